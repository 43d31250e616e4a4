package org.commitcast.ingest.commitstatus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.Body;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.Headers;
import org.commitcast.ingest.commitstatus.CommitStatus.State;
import org.commitcast.ingest.forge.ForgePlace;
import org.commitcast.ingest.forge.RetryAfter;
import org.commitcast.ingest.site.ForgeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusApisTest {
    private static final String COMMIT = "0123456789012345678901234567890123456789";
    private static final URI PAGE = URI.create("https://ingest.example/receipts/abc");

    private final GuardedHttp http = new GuardedHttp(new AddressGuard(AddressPolicy.allowing("loopback")), "Test");

    private Reply send(StandInForge forge, ForgeKind kind, String token, CommitStatus status) {
        String api = forge.url()
                + switch (kind) {
                    case GITHUB, BITBUCKET_SERVER -> "";
                    case GITLAB -> "/api/v4";
                    case GITEA, FORGEJO -> "/api/v1";
                    case BITBUCKET -> "/2.0";
                };
        StatusApi backend = StatusApis.of(kind);
        var target =
                new Target(backend, new ForgePlace(kind, api, "show/content", kind.authorization(token)), "commitcast");
        return http.send(backend.call(target, status).with("Authorization", target.authorization()))
                .handle(
                        backend::reply,
                        refused -> new Reply.Refused(refused.reason()),
                        failed -> new Reply.Later(failed.reason(), null));
    }

    private static CommitStatus status(State state, @Nullable URI page) {
        return new CommitStatus(COMMIT, state, "2 items published, 1 warning", "commitcast", page);
    }

    private static StandInForge forge(ForgeKind kind) {
        return new StandInForge(kind == ForgeKind.GITEA ? "forgejo" : kind.label());
    }

    @ParameterizedTest
    @EnumSource(ForgeKind.class)
    void eachStateIsTakenByItsForge(ForgeKind kind) {
        try (StandInForge forge = forge(kind)) {
            for (State state : State.values()) {
                assertThat(send(forge, kind, StandInForge.TOKEN, status(state, PAGE)))
                        .isEqualTo(new Reply.Taken());
            }
            assertThat(forge.taken()).hasSize(3).allSatisfy(body -> {
                assertThat(body.path("description").asText()).isEqualTo("2 items published, 1 warning");
                assertThat(body.toString()).contains(PAGE.toString()).contains("commitcast");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(ForgeKind.class)
    void isTakenWithoutAPageAsWell(ForgeKind kind) {
        try (StandInForge forge = forge(kind)) {
            assertThat(send(forge, kind, StandInForge.TOKEN, status(State.SUCCESS, null)))
                    .isEqualTo(new Reply.Taken());
        }
    }

    @ParameterizedTest
    @EnumSource(ForgeKind.class)
    void tellsRefusedCredentialsFromUnknownCommits(ForgeKind kind) {
        try (StandInForge forge = forge(kind).withoutCommit(COMMIT)) {
            assertThat(send(forge, kind, "another-token", status(State.SUCCESS, PAGE)))
                    .isEqualTo(new Reply.Refused("127.0.0.1 answered 401"));
            assertThat(send(forge, kind, StandInForge.TOKEN, status(State.SUCCESS, PAGE)))
                    .isInstanceOf(Reply.Unknown.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"GITHUB, 301", "GITHUB, 307", "GITLAB, 302", "GITEA, 308"})
    void saysThatARepositoryHasMoved(ForgeKind kind, int status) {
        try (StandInForge forge = forge(kind).moved(status)) {
            assertThat(send(forge, kind, StandInForge.TOKEN, status(State.SUCCESS, PAGE)))
                    .isEqualTo(new Reply.Refused("127.0.0.1 answered " + status
                            + ": the repository has moved; change repository.url, or status.repository"));
        }
    }

    @Test
    void comesBackToGitHubAfterAMinuteWhereItSaysTooManyWithoutSayingWhen() {
        URI api = URI.create("https://api.github.com/repos/show/content/statuses/1");
        StatusApi gitHub = StatusApis.of(ForgeKind.GITHUB);
        var limited = Body.of("{\"message\": \"You have exceeded a secondary rate limit.\"}".getBytes(UTF_8));
        var refused = Body.of("{\"message\": \"Resource not accessible by integration\"}".getBytes(UTF_8));

        assertThat(gitHub.reply(new Answer.Answered(403, Headers.NONE, limited, api)))
                .isEqualTo(new Reply.Later("api.github.com answered 403", Duration.ofMinutes(1)));
        assertThat(gitHub.reply(new Answer.Answered(403, Headers.NONE, refused, api)))
                .isEqualTo(new Reply.Refused("api.github.com answered 403"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ForgeKind.class,
            names = {"GITHUB", "GITEA", "GITLAB", "BITBUCKET"})
    void takesARepositoryOfAnyName(ForgeKind kind) {
        var target = new Target(
                StatusApis.of(kind), new ForgePlace(kind, "https://forge.example", "a b/c%d", "x"), "commitcast");

        assertThat(StatusApis.of(kind).call(target, status(State.SUCCESS, PAGE)).url())
                .asString()
                .containsAnyOf("a%20b/c%25d", "a%20b%2Fc%25d");
    }

    @ParameterizedTest
    @EnumSource(ForgeKind.class)
    void comesBackWhenAskedTo(ForgeKind kind) {
        try (StandInForge forge = forge(kind).busyOnce("40")) {
            assertThat(send(forge, kind, StandInForge.TOKEN, status(State.SUCCESS, PAGE)))
                    .isEqualTo(new Reply.Later("127.0.0.1 answered 429", Duration.ofSeconds(40)));
        }
    }

    @Test
    void takesGitLabsRefusalOfAnUnchangedStatusAsTaken() {
        try (StandInForge forge = forge(ForgeKind.GITLAB)) {
            send(forge, ForgeKind.GITLAB, StandInForge.TOKEN, status(State.SUCCESS, PAGE));

            assertThat(send(forge, ForgeKind.GITLAB, StandInForge.TOKEN, status(State.SUCCESS, PAGE)))
                    .isEqualTo(new Reply.Taken());
            assertThat(forge.answers()).containsExactly(201, 400);
        }
    }

    @Test
    void readsHowLongToWaitInAllItsForms() {
        Instant now = Instant.parse("2026-05-01T10:00:00Z");

        assertThat(RetryAfter.of(Headers.of("Retry-After", "Fri, 01 May 2026 10:01:00 GMT"), now))
                .contains(Duration.ofMinutes(1));
        assertThat(RetryAfter.of(
                        Headers.of("X-RateLimit-Remaining", "0")
                                .with("X-RateLimit-Reset", "" + (now.getEpochSecond() + 90)),
                        now))
                .contains(Duration.ofSeconds(90));
        assertThat(RetryAfter.of(Headers.of("X-RateLimit-Remaining", "7").with("X-RateLimit-Reset", "99"), now))
                .isEmpty();
        assertThat(RetryAfter.of(Headers.of("Retry-After", "999999999"), now)).contains(Duration.ofHours(6));
        assertThat(RetryAfter.of(Headers.of("Retry-After", "soon"), now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, https://github.com/show/content.git, https://api.github.com",
        "GITHUB, https://git.corp.example/show/content, https://git.corp.example/api/v3",
        "GITLAB, https://gitlab.com/show/content.git, https://gitlab.com/api/v4",
        "GITEA, http://127.0.0.1:3000/show/content, http://127.0.0.1:3000/api/v1",
        "FORGEJO, https://codeberg.org/show/content, https://codeberg.org/api/v1",
        "BITBUCKET, https://bitbucket.org/show/content, https://api.bitbucket.org/2.0",
        "BITBUCKET_SERVER, ssh://git@stash.corp.example:7999/show/content, https://stash.corp.example"
    })
    void findsTheApiOfARepositorysServer(ForgeKind kind, URI repository, String api) {
        assertThat(kind.apiOf(repository)).isEqualTo(api);
    }
}
