package org.commitcast.ingest.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.ingest.forge.ForgePlace;

/**
 * The pull requests of Gitea and Forgejo. They look like GitHub's, but a list cannot be asked for one branch.
 *
 * @see <a href="https://codeberg.org/api/swagger#/repository/repoListPullRequests">Forgejo: repoListPullRequests</a>
 */
final class GiteaPulls implements PullRequests {
    private static final int LONGEST_TITLE = 255;

    @Override
    public GuardedRequest find(ForgePlace place, PullWish wish) {
        // Those that changed last: ours was pushed to a moment ago.
        return PullRequests.get(place, pulls(place) + "?state=open&sort=recentupdate&limit=50");
    }

    @Override
    public Optional<Pull> found(JsonNode answer, PullWish wish) {
        for (JsonNode one : answer) {
            boolean ofFork = one.path("head").path("repo_id").asLong()
                    != one.path("base").path("repo_id").asLong();
            if (!ofFork
                    && one.path("head").path("ref").asText().equals(wish.branch())
                    && one.path("base").path("ref").asText().equals(wish.base())) {
                return Optional.of(read(one));
            }
        }
        return Optional.empty();
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
    public Pull read(JsonNode one) {
        boolean open = PullRequests.text(one, "state").equals("open");
        boolean merged = one.path("merged").asBoolean();
        return new Pull(
                PullRequests.text(one, "number"),
                PullRequests.url(one.path("html_url")),
                open ? ProposalState.OPEN : merged ? ProposalState.MERGED : ProposalState.CLOSED);
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
