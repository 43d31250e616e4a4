package org.commitcast.ingest.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.ingest.forge.ForgePlace;

/**
 * The pull requests of Gitea and Forgejo. They look like GitHub's, but a list cannot be asked for one branch and may be
 * larger than what is read; one can be asked for by its two branches (Gitea 1.19 and later).
 *
 * @see <a href="https://codeberg.org/api/swagger#/repository/repoGetPullRequestByBaseHead">Forgejo:
 *     repoGetPullRequestByBaseHead</a>
 */
final class GiteaPulls implements PullRequests {
    private static final int LONGEST_TITLE = 255;

    @Override
    public GuardedRequest find(ForgePlace place, PullWish wish) {
        return PullRequests.get(
                place, pulls(place) + "/" + ForgePlace.encoded(wish.base()) + "/" + PullTexts.path(wish.branch()));
    }

    @Override
    public List<Pull> found(JsonNode answer, PullWish wish) {
        // The one of these two branches, both of this repository; one that is gone has another name in the answer.
        return List.of(read(answer));
    }

    @Override
    public boolean isNone(int status) {
        return status == 404;
    }

    @Override
    public GuardedRequest open(ForgePlace place, PullWish wish) {
        return PullRequests.post(
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
                        wish.body()));
    }

    @Override
    public GuardedRequest look(ForgePlace place, String number) {
        return PullRequests.get(place, pulls(place) + "/" + ForgePlace.encoded(number));
    }

    @Override
    public GuardedRequest close(ForgePlace place, Pull pull) {
        return PullRequests.send(
                "PATCH", place, pulls(place) + "/" + ForgePlace.encoded(pull.number()), Map.of("state", "closed"));
    }

    @Override
    public Pull read(JsonNode one) {
        boolean open = PullRequests.text(one, "state").equals("open");
        boolean merged = one.path("merged").asBoolean();
        return new Pull(
                PullRequests.text(one, "number"),
                PullRequests.url(one.path("html_url")),
                open ? ProposalState.OPEN : merged ? ProposalState.MERGED : ProposalState.CLOSED,
                one.path("head").path("sha").asText(),
                "");
    }

    @Override
    public boolean isThereAlready(int status, String body) {
        return status == 409;
    }

    @Override
    public Optional<String> byHand(ByHand place, PullWish wish) {
        return Optional.of(
                place.address() + "/compare/" + PullTexts.path(wish.base()) + "..." + PullTexts.path(wish.branch()));
    }

    private static String pulls(ForgePlace place) {
        return "/repos/" + place.repositoryPath() + "/pulls";
    }
}
