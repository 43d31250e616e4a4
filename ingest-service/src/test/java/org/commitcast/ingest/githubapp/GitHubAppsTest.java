package org.commitcast.ingest.githubapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.guardedhttp.GuardedHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of a GitHub App, asked of a stand-in that refuses what GitHub refuses. */
class GitHubAppsTest {
    private static final URI REPOSITORY = URI.create("https://localhost/garden/show.git");
    private static final KeyPair KEYS = AppKeys.of("us");

    private final MovingClock clock = new MovingClock();
    private StandInGitHub github;
    private GitHubApps apps;

    @BeforeEach
    void gitHub() throws Exception {
        github = new StandInGitHub(KEYS.getPublic(), clock);
        apps = apps("loopback");
    }

    @AfterEach
    void close() {
        github.close();
    }

    private GitHubApps apps(String allowed) {
        var http = new GuardedHttp(new AddressGuard(AddressPolicy.allowing(allowed)), "Commitcast");
        var config = TestApps.config(github.url(), Optional.of(AppKeys.pkcs1(KEYS)));
        return new GitHubApps(config, http, clock);
    }

    private AppLogin login() {
        return apps.deployments(URI.create("http://localhost/garden/show")).orElseThrow();
    }

    @Test
    void findsInstallationOfRepositoryAndAsksForTokenOfThatRepositoryAlone() throws Exception {
        assertThat(apps.token(login(), REPOSITORY)).isEqualTo("ghs_1");

        assertThat(github.asked())
                .containsExactly("GET /repos/garden/show/installation", "POST /app/installations/99/access_tokens");
    }

    @Test
    void asksNothingAboutInstallationThatItsOwnerNames() throws Exception {
        apps.token(new AppLogin("4711", "99", login().key()), REPOSITORY);

        assertThat(github.asked()).containsExactly("POST /app/installations/99/access_tokens");
    }

    @Test
    void keepsTokenUntilShortlyBeforeItEnds() throws Exception {
        apps.token(login(), REPOSITORY);
        clock.advance(Duration.ofMinutes(49));
        assertThat(apps.token(login(), REPOSITORY)).isEqualTo("ghs_1");

        clock.advance(Duration.ofMinutes(2));

        assertThat(apps.token(login(), REPOSITORY)).isEqualTo("ghs_2");
    }

    @Test
    void asksAnewForTokenThatWasRefused() throws Exception {
        apps.forget(apps.token(login(), REPOSITORY));

        assertThat(apps.token(login(), REPOSITORY)).isEqualTo("ghs_2");
    }

    @Test
    void givesNobodysTokenToWhoHasAnotherKey() throws Exception {
        apps.token(login(), REPOSITORY);
        var impostor = new AppLogin("4711", null, AppKey.parse(AppKeys.pkcs8(AppKeys.of("a stranger"))));

        assertRefused(impostor, REPOSITORY, "does not take the App's key");
    }

    @Test
    void saysWhichAppIsNotInstalled() {
        assertRefused(login(), URI.create("https://localhost/garden/other"), "4711 is not installed");
        assertRefused(new AppLogin("4711", "98", login().key()), REPOSITORY, "no installation 98");
        assertRefused(new AppLogin("17", null, login().key()), REPOSITORY, "does not take the App's key");
    }

    @Test
    void saysWhenGitHubWantsToBeLeftAlone() {
        github.refuseWith(429);

        assertThatExceptionOfType(TokenRefusedException.class)
                .isThrownBy(() -> apps.token(login(), REPOSITORY))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(77)));
    }

    @Test
    void doesNotAskWhereConnectingIsNotAllowed() {
        apps = apps("");

        assertRefused(login(), REPOSITORY, "could not be asked");
        assertThat(github.asked()).isEmpty();
    }

    @Test
    void refusesAddressesThatAreNoRepositoryOfGitHubs() {
        for (String odd : new String[] {
            "https://localhost/garden", "https://localhost/a/b/c", "https://localhost/../show", "https://localhost/a/.."
        }) {
            assertRefused(login(), URI.create(odd), "https://HOST/OWNER/NAME");
        }
    }

    @Test
    void keepsTheDeploymentsAppToTheGitHubWhoseAppItIs() {
        assertThat(apps.deployments(URI.create("https://localhost/garden/show")))
                .isPresent();
        assertThat(apps.deployments(URI.create("https://evil.example/garden/show")))
                .isEmpty();
        assertThat(GitHubApps.hostOf(Optional.empty())).isEqualTo("github.com");
        assertThat(GitHubApps.hostOf(Optional.of(URI.create("https://api.github.com"))))
                .isEqualTo("github.com");
        assertThat(GitHubApps.hostOf(Optional.of(URI.create("https://git.example/api/v3"))))
                .isEqualTo("git.example");
    }

    @Test
    void asksTheGitHubOfTheRepositoryAndNoOther() {
        var elsewhere = URI.create("https://git.example:1/garden/show");

        assertThatExceptionOfType(TokenRefusedException.class).isThrownBy(() -> apps.token(login(), elsewhere));

        assertThat(github.asked()).isEmpty();
    }

    @Test
    void saysAtTheStartWhatIsWrongWithTheDeploymentsApp() {
        var http = new GuardedHttp(new AddressGuard(AddressPolicy.allowing("")), "Commitcast");
        var wrong = TestApps.config(github.url(), Optional.of("/no/such/file"));

        assertThatIllegalStateException()
                .isThrownBy(() -> new GitHubApps(wrong, http, clock))
                .withMessageContaining("COMMITCAST_GITHUB_APP_KEY")
                .withNoCause();
    }

    private void assertRefused(AppLogin app, URI repository, String reason) {
        assertThatExceptionOfType(TokenRefusedException.class)
                .isThrownBy(() -> apps.token(app, repository))
                .withMessageContaining(reason);
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
