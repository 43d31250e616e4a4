package org.commitcast.ingest.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.ingest.forge.ForgePlace;

/**
 * GitHub's pull requests.
 *
 * @see <a href="https://docs.github.com/en/rest/pulls/pulls">GitHub: pull requests</a>
 */
final class GitHubPulls implements PullRequests {
    private static final int LONGEST_TITLE = 250;

    @Override
    public GuardedRequest find(ForgePlace place, PullWish wish) {
        String owner = place.repository().replaceFirst("/.*", "");
        return said(PullRequests.get(
                place,
                pulls(place) + "?state=all&per_page=10&base=" + ForgePlace.encoded(wish.base()) + "&head="
                        + ForgePlace.encoded(owner + ":" + wish.branch())));
    }

    @Override
    public List<Pull> found(JsonNode answer, PullWish wish) {
        List<Pull> found = new ArrayList<>();
        for (JsonNode one : answer) {
            // Forks have branches of the same name, and a filter that is not understood filters nothing.
            if (one.path("head").path("ref").asText().equals(wish.branch())
                    && one.path("base").path("ref").asText().equals(wish.base())) {
                found.add(read(one));
            }
        }
        return found;
    }

    @Override
    public GuardedRequest open(ForgePlace place, PullWish wish) {
        return said(PullRequests.post(
                place,
                pulls(place),
                Map.of(
                        "title",
                        PullTexts.cut(wish.title(), LONGEST_TITLE),
                        "head",
                        wish.branch(),
                        "base",
                        wish.base(),
                        "body",
                        wish.body())));
    }

    @Override
    public GuardedRequest look(ForgePlace place, String number) {
        return said(PullRequests.get(place, pulls(place) + "/" + ForgePlace.encoded(number)));
    }

    @Override
    public GuardedRequest close(ForgePlace place, Pull pull) {
        return said(PullRequests.send(
                "PATCH", place, pulls(place) + "/" + ForgePlace.encoded(pull.number()), Map.of("state", "closed")));
    }

    @Override
    public Pull read(JsonNode one) {
        boolean open = PullRequests.text(one, "state").equals("open");
        // A list has the time only.
        boolean merged = one.path("merged").asBoolean()
                || !one.path("merged_at").asText("null").equals("null");
        return new Pull(
                PullRequests.text(one, "number"),
                PullRequests.url(one.path("html_url")),
                open ? ProposalState.OPEN : merged ? ProposalState.MERGED : ProposalState.CLOSED,
                one.path("head").path("sha").asText(),
                "");
    }

    @Override
    public boolean isThereAlready(int status, String body) {
        return status == 422 && body.contains("already exists");
    }

    @Override
    public Optional<String> byHand(ByHand place, PullWish wish) {
        return Optional.of(place.address() + "/compare/" + PullTexts.path(wish.base()) + "..."
                + PullTexts.path(wish.branch()) + "?expand=1");
    }

    private static String pulls(ForgePlace place) {
        return "/repos/" + place.repositoryPath() + "/pulls";
    }

    private static GuardedRequest said(GuardedRequest request) {
        return request.with("X-GitHub-Api-Version", "2022-11-28");
    }
}
