package org.commitcast.ingest.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.ingest.forge.ForgePlace;

/**
 * GitLab's merge requests.
 *
 * @see <a href="https://docs.gitlab.com/api/merge_requests/">GitLab: merge requests</a>
 */
final class GitLabPulls implements PullRequests {
    private static final int LONGEST_TITLE = 255;

    @Override
    public GuardedRequest find(ForgePlace place, PullWish wish) {
        return PullRequests.get(
                place,
                merges(place) + "?per_page=10&source_branch=" + ForgePlace.encoded(wish.branch()) + "&target_branch="
                        + ForgePlace.encoded(wish.base()));
    }

    @Override
    public List<Pull> found(JsonNode answer, PullWish wish) {
        List<Pull> found = new ArrayList<>();
        for (JsonNode one : answer) {
            // A fork may have a branch of the same name.
            if (one.path("source_project_id").equals(one.path("target_project_id"))
                    && one.path("source_branch").asText().equals(wish.branch())
                    && one.path("target_branch").asText().equals(wish.base())) {
                found.add(read(one));
            }
        }
        return found;
    }

    @Override
    public GuardedRequest open(ForgePlace place, PullWish wish) {
        return PullRequests.post(
                place,
                merges(place),
                Map.of(
                        "source_branch",
                        wish.branch(),
                        "target_branch",
                        wish.base(),
                        "title",
                        PullTexts.cut(wish.title(), LONGEST_TITLE),
                        "description",
                        wish.body(),
                        "remove_source_branch",
                        true));
    }

    @Override
    public GuardedRequest look(ForgePlace place, String number) {
        return PullRequests.get(place, merges(place) + "/" + ForgePlace.encoded(number));
    }

    @Override
    public GuardedRequest close(ForgePlace place, Pull pull) {
        return PullRequests.send(
                "PUT", place, merges(place) + "/" + ForgePlace.encoded(pull.number()), Map.of("state_event", "close"));
    }

    @Override
    public Pull read(JsonNode one) {
        return new Pull(
                PullRequests.text(one, "iid"),
                PullRequests.url(one.path("web_url")),
                switch (PullRequests.text(one, "state")) {
                    case "merged" -> ProposalState.MERGED;
                    case "closed" -> ProposalState.CLOSED;
                    // While it is being merged it is locked.
                    default -> ProposalState.OPEN;
                },
                one.path("sha").asText(),
                "");
    }

    @Override
    public boolean isThereAlready(int status, String body) {
        return status == 409;
    }

    @Override
    public Optional<String> byHand(ByHand place, PullWish wish) {
        return Optional.of(place.address() + "/-/merge_requests/new?merge_request%5Bsource_branch%5D="
                + ForgePlace.encoded(wish.branch()) + "&merge_request%5Btarget_branch%5D="
                + ForgePlace.encoded(wish.base()));
    }

    private static String merges(ForgePlace place) {
        return "/projects/" + ForgePlace.encoded(place.repository()) + "/merge_requests";
    }
}
