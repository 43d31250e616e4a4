package org.commitcast.ingest.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.ingest.forge.ForgePlace;

/**
 * Bitbucket Cloud's pull requests.
 *
 * @see <a href="https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests/">Bitbucket Cloud: pull
 *     requests</a>
 */
final class BitbucketPulls implements PullRequests {
    private static final int LONGEST_TITLE = 255;

    @Override
    public GuardedRequest find(ForgePlace place, PullWish wish) {
        String query =
                "source.branch.name=\"" + wish.branch() + "\" AND destination.branch.name=\"" + wish.base() + "\"";
        return PullRequests.get(
                place,
                pulls(place) + "?state=OPEN&state=MERGED&state=DECLINED&state=SUPERSEDED&pagelen=10&q="
                        + ForgePlace.encoded(query));
    }

    @Override
    public List<Pull> found(JsonNode answer, PullWish wish) {
        List<Pull> found = new ArrayList<>();
        for (JsonNode one : answer.path("values")) {
            // A fork may have a branch of the same name.
            if (repository(one, "source").equals(repository(one, "destination"))
                    && branch(one, "source").equals(wish.branch())
                    && branch(one, "destination").equals(wish.base())) {
                found.add(read(one));
            }
        }
        return found;
    }

    private static String repository(JsonNode one, String side) {
        return one.path(side).path("repository").path("full_name").asText();
    }

    private static String branch(JsonNode one, String side) {
        return one.path(side).path("branch").path("name").asText();
    }

    @Override
    public GuardedRequest open(ForgePlace place, PullWish wish) {
        return PullRequests.post(
                place,
                pulls(place),
                Map.of(
                        "title",
                        PullTexts.cut(wish.title(), LONGEST_TITLE),
                        "description",
                        wish.body(),
                        "source",
                        Map.of("branch", Map.of("name", wish.branch())),
                        "destination",
                        Map.of("branch", Map.of("name", wish.base())),
                        "close_source_branch",
                        true));
    }

    @Override
    public GuardedRequest look(ForgePlace place, String number) {
        return PullRequests.get(place, pulls(place) + "/" + ForgePlace.encoded(number));
    }

    @Override
    public GuardedRequest close(ForgePlace place, Pull pull) {
        return PullRequests.post(place, pulls(place) + "/" + ForgePlace.encoded(pull.number()) + "/decline", Map.of());
    }

    @Override
    public Pull read(JsonNode one) {
        return new Pull(
                PullRequests.text(one, "id"),
                PullRequests.url(one.path("links").path("html").path("href")),
                switch (PullRequests.text(one, "state")) {
                    case "MERGED" -> ProposalState.MERGED;
                    case "DECLINED", "SUPERSEDED" -> ProposalState.CLOSED;
                    default -> ProposalState.OPEN;
                },
                one.path("source").path("commit").path("hash").asText(),
                "");
    }

    @Override
    public boolean isThereAlready(int status, String body) {
        return status == 409 || (status == 400 && body.contains("already"));
    }

    @Override
    public Optional<String> byHand(ByHand place, PullWish wish) {
        return Optional.of(place.address() + "/pull-requests/new?source=" + ForgePlace.encoded(wish.branch()) + "&dest="
                + ForgePlace.encoded(wish.base()));
    }

    private static String pulls(ForgePlace place) {
        return "/repositories/" + place.repositoryPath() + "/pullrequests";
    }
}
