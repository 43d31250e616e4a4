package org.commitcast.ingest.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.ingest.forge.ForgePlace;

/**
 * The pull requests of Bitbucket Server and Data Center, whose repositories belong to projects or, with {@code ~}, to
 * users.
 *
 * @see <a href="https://developer.atlassian.com/server/bitbucket/rest/">Bitbucket Data Center: pull requests</a>
 */
final class BitbucketServerPulls implements PullRequests {
    private static final int LONGEST_TITLE = 255;
    private static final String HEADS = "refs/heads/";

    @Override
    public GuardedRequest find(ForgePlace place, PullWish wish) {
        return PullRequests.get(
                place,
                pulls(place) + "?state=ALL&order=NEWEST&limit=10&direction=OUTGOING&at="
                        + ForgePlace.encoded(HEADS + wish.branch()));
    }

    @Override
    public List<Pull> found(JsonNode answer, PullWish wish) {
        List<Pull> found = new ArrayList<>();
        for (JsonNode one : answer.path("values")) {
            if (one.path("fromRef").path("id").asText().equals(HEADS + wish.branch())
                    && one.path("toRef").path("id").asText().equals(HEADS + wish.base())) {
                found.add(read(one));
            }
        }
        return found;
    }

    @Override
    public GuardedRequest open(ForgePlace place, PullWish wish) {
        var repository =
                Map.of("slug", slug(place.repository()), "project", Map.of("key", project(place.repository())));
        return PullRequests.post(
                place,
                pulls(place),
                Map.of(
                        "title",
                        PullTexts.cut(wish.title(), LONGEST_TITLE),
                        "description",
                        wish.body(),
                        "fromRef",
                        Map.of("id", HEADS + wish.branch(), "repository", repository),
                        "toRef",
                        Map.of("id", HEADS + wish.base(), "repository", repository)));
    }

    @Override
    public GuardedRequest look(ForgePlace place, String number) {
        return PullRequests.get(place, pulls(place) + "/" + ForgePlace.encoded(number));
    }

    @Override
    public GuardedRequest close(ForgePlace place, Pull pull) {
        return PullRequests.post(
                place,
                pulls(place) + "/" + ForgePlace.encoded(pull.number()) + "/decline?version="
                        + ForgePlace.encoded(pull.version()),
                Map.of());
    }

    @Override
    public Pull read(JsonNode one) {
        return new Pull(
                PullRequests.text(one, "id"),
                PullRequests.url(one.path("links").path("self").path(0).path("href")),
                switch (PullRequests.text(one, "state")) {
                    case "MERGED" -> ProposalState.MERGED;
                    case "DECLINED" -> ProposalState.CLOSED;
                    default -> ProposalState.OPEN;
                },
                one.path("fromRef").path("latestCommit").asText(),
                one.path("version").asText());
    }

    @Override
    public boolean isThereAlready(int status, String body) {
        return status == 409 && body.contains("DuplicatePullRequest");
    }

    @Override
    public Optional<String> byHand(ByHand place, PullWish wish) {
        String project = project(place.repository());
        String owner = project.startsWith("~") ? "/users/" + project.substring(1) : "/projects/" + project;
        return Optional.of(place.site() + owner + "/repos/" + slug(place.repository())
                + "/pull-requests?create&sourceBranch=" + ForgePlace.encoded(HEADS + wish.branch()) + "&targetBranch="
                + ForgePlace.encoded(HEADS + wish.base()));
    }

    /** Over https a clone's address has {@code scm/} before the project. */
    private static String project(String repository) {
        String[] parts = repository.split("/", -1);
        return parts[Math.max(0, parts.length - 2)];
    }

    private static String slug(String repository) {
        String[] parts = repository.split("/", -1);
        return parts[parts.length - 1];
    }

    private static String pulls(ForgePlace place) {
        return "/rest/api/1.0/projects/"
                + ForgePlace.encoded(project(place.repository())).replace("%7E", "~") + "/repos/"
                + ForgePlace.encoded(slug(place.repository())) + "/pull-requests";
    }
}
