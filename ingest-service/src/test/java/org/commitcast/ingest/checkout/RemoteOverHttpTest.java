package org.commitcast.ingest.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.ingest.checkout.RepositoryCredentials.App;
import org.commitcast.ingest.checkout.RepositoryCredentials.Password;
import org.commitcast.ingest.checkout.RepositoryCredentials.Token;
import org.commitcast.ingest.githubapp.AppKey;
import org.commitcast.ingest.githubapp.AppKeys;
import org.commitcast.ingest.githubapp.AppLogin;
import org.commitcast.ingest.githubapp.StandInGitHub;
import org.commitcast.ingest.githubapp.TestApps;
import org.commitcast.ingest.whole.TestRepository;
import org.eclipse.jgit.api.errors.TransportException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching and pushing over HTTP, as forges serve it. */
class RemoteOverHttpTest {
    private static final URI NO_GITHUB = URI.create("http://localhost:1/");

    private Path folder;
    private TestRepository repository;
    private GitOverHttp server;
    private String head;

    @BeforeEach
    void aShowAtAForge(@TempDir Path copies) throws Exception {
        folder = copies;
        repository = TestRepository.fresh();
        head = repository.write("gate.md", "The gate\n").commitAndPush("Begin");
        server = new GitOverHttp(repository);
    }

    @AfterEach
    void close() {
        server.close();
        repository.close();
    }

    @Test
    void takesNoNumberInTheAddressForAnAnswer() {
        var address = RepositoryAddress.parse("https://forge.example/unit-403/show", limits());
        var reasons = new Reasons(address, Optional.empty());

        assertThat(reasons.of(new TransportException(address.uri() + ": 500 Oops")))
                .isEqualTo("The repository could not be read: 500 Oops.");
        assertThat(reasons.of(new TransportException(address.uri() + ": 403 Forbidden")))
                .isEqualTo("The repository asks for credentials.");
    }

    private TestLimits limits() {
        return new TestLimits(folder, false, Optional.empty(), Duration.ofSeconds(1));
    }

    private LocalCopy copy(URI github, String allowed) throws IOException {
        return copies(limits(), github, allowed).open(UUID.randomUUID().toString());
    }

    private static LocalCopies copies(TestLimits limits, URI github, String allowed) {
        var guard = new AddressGuard(AddressPolicy.allowing(allowed));
        return new LocalCopies(limits, new Remotes(guard, limits, new ForgeAccess(TestApps.at(github))));
    }

    private String refused(TestLimits limits) throws IOException {
        var access = access(server.url(), RepositoryCredentials.none());
        try (LocalCopy copy = copies(limits, NO_GITHUB, "loopback").open("limited")) {
            return catchThrowableOfType(
                            RepositoryUnavailableException.class, () -> copy.fetch(access, Optional.empty()))
                    .reason();
        }
    }

    @Test
    void takesNoMoreBytesAndObjectsThanAreAllowed() throws Exception {
        var random = new Random(3);
        for (int i = 0; i < 40; i++) {
            byte[] bytes = new byte[60_000];
            random.nextBytes(bytes);
            repository.write("noise-" + i + ".txt", Base64.getEncoder().encodeToString(bytes));
        }
        repository.commitAndPush("Noise");

        assertThat(refused(limits().with(1, 10_000))).startsWith("The repository sent more than 1 MiB");
        assertThat(refused(limits().with(50, 20)))
                .isEqualTo("The repository has more than 20 objects to fetch (commitcast.checkout.max-objects).");
    }

    @Test
    void readsNoFileThatIsTooLargeThoughItCameInFewBytes() throws Exception {
        head = repository.write("zeros.md", "0".repeat(5_000_000)).commitAndPush("Zeros");
        try (LocalCopy copy = copies(limits().with(1, 10_000), NO_GITHUB, "loopback")
                .open(UUID.randomUUID().toString())) {
            copy.fetch(access(server.url(), RepositoryCredentials.none()), Optional.empty());

            assertThat(copy.tree(head).isTooLarge("zeros.md")).isTrue();
            assertThat(copy.tree(head).read("zeros.md")).isEmpty();
            assertThat(copy.file(String.valueOf(copy.tree(head).blob("zeros.md"))))
                    .isEmpty();
            assertThat(copy.tree(head).read("gate.md")).isPresent();
        }
    }

    @Test
    void fetchesACopyAnewThatHasGrownTooLarge() throws Exception {
        var copies = copies(limits().with(1, 10_000), NO_GITHUB, "loopback");
        var access = access(server.url(), RepositoryCredentials.none());
        try (LocalCopy copy = copies.openToFetch("grown")) {
            copy.fetch(access, Optional.empty());
        }
        Path old = copies.folder("grown").resolve("objects/pack/pack-old.pack");
        try (var file = new RandomAccessFile(old.toFile(), "rw")) {
            file.setLength(2 * 1024 * 1024);
        }

        try (LocalCopy copy = copies.openToFetch("grown")) {
            assertThat(copy.fetch(access, Optional.empty()).head()).isEqualTo(head);
        }

        assertThat(old).doesNotExist();
    }

    @Test
    void keepsOnlyTheCopiesOfKnownSitesAndThoseThatMayBeNew() throws Exception {
        var copies = copies(limits(), NO_GITHUB, "loopback");
        String known = UUID.randomUUID().toString();
        String unknown = UUID.randomUUID().toString();
        for (String one : List.of(known, unknown, "scratch-" + unknown)) {
            copies.open(one).close();
        }

        copies.keepOnly(Set.of(known), Instant.now().minusSeconds(60));
        assertThat(copies.folder(unknown)).exists();
        copies.keepOnly(Set.of(known), Instant.now().plusSeconds(60));

        assertThat(copies.folder(unknown)).doesNotExist();
        assertThat(copies.folder(known)).exists();
        assertThat(copies.folder("scratch-" + unknown)).exists();
    }

    private GitAccess access(String url, RepositoryCredentials credentials) {
        var limits = new TestLimits(folder, false, Optional.empty(), Duration.ofSeconds(1));
        return new GitAccess(RepositoryAddress.parse(url, limits), "main", credentials);
    }

    private Fetched fetch(String url, RepositoryCredentials credentials) throws Exception {
        try (LocalCopy copy = copy(NO_GITHUB, "loopback")) {
            return copy.fetch(access(url, credentials), Optional.empty());
        }
    }

    private RepositoryUnavailableException refused(String url, RepositoryCredentials credentials) {
        return catchThrowableOfType(RepositoryUnavailableException.class, () -> fetch(url, credentials));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fetchesPublicRepositoryWithoutShowingCredentials() throws Exception {
        assertThat(fetch(server.url(), new Token(null, "secret-token")).head()).isEqualTo(head);

        assertThat(server.shown()).isNotEmpty().containsOnly("");
    }

    @Test
    void showsTokenWhenAsked() throws Exception {
        server.wants("x-access-token", "secret-token");

        assertThat(fetch(server.url(), new Token(null, "secret-token")).head()).isEqualTo(head);

        assertThat(server.shown()).startsWith("").contains(basic("x-access-token", "secret-token"));
    }

    @Test
    void showsUserAndPasswordWhenAsked() throws Exception {
        server.wants("pat", "pässword");

        assertThat(fetch(server.url(), new Password("pat", "pässword")).head()).isEqualTo(head);
    }

    @Test
    void showsRefusedCredentialsOnceAndDoesNotRepeatThemInTheReason() {
        server.wants("x-access-token", "another");

        var failure = refused(server.url(), new Token(null, "secret-token"));

        assertThat(failure.reason()).isEqualTo("The repository refused the credentials.");
        assertThat(failure).hasStackTraceContaining("RepositoryUnavailable");
        assertThat(server.shown()).containsOnlyOnce(basic("x-access-token", "secret-token"));
    }

    @Test
    void asksForCredentialsWhereThereAreNone() {
        server.wants("x-access-token", "another");

        assertThat(refused(server.url(), RepositoryCredentials.none()).reason())
                .isEqualTo("The repository asks for credentials.");
    }

    @Test
    void followsRedirectToAnotherHostWithoutCredentials() throws Exception {
        try (GitOverHttp moved = new GitOverHttp(repository)) {
            server.redirectsTo(moved.urlByNumber());

            assertThat(fetch(server.url(), new Token(null, "secret-token")).head())
                    .isEqualTo(head);

            assertThat(moved.shown()).isNotEmpty().containsOnly("");
        }
    }

    @Test
    void showsCredentialsToNobodyElseWhoAsks() throws Exception {
        try (GitOverHttp thief = new GitOverHttp(repository)) {
            thief.wants("x-access-token", "secret-token");
            server.redirectsTo(thief.urlByNumber());

            assertThat(refused(server.url(), new Token(null, "secret-token")).reason())
                    .isEqualTo("The repository refused the credentials.");

            assertThat(thief.shown()).isNotEmpty().containsOnly("");
        }
    }

    @Test
    void goesNowhereElseOnceCredentialsAreInUse() throws Exception {
        try (GitOverHttp thief = new GitOverHttp(repository)) {
            server.wants("x-access-token", "secret-token").redirectsAfterAskingTo(thief.urlByNumber());

            assertThat(refused(server.url(), new Token(null, "secret-token")).reason())
                    .contains("redirects to 127.0.0.1", "credentials do not go there");

            assertThat(thief.shown()).isEmpty();
        }
    }

    @Test
    void followsRedirectWithinTheServerWithCredentials() throws Exception {
        server.wants("x-access-token", "secret-token").renamesRepository();

        assertThat(fetch(server.url(), new Token(null, "secret-token")).head()).isEqualTo(head);
    }

    @Test
    void followsNoRedirectToAddressesThatAreNotAllowed() {
        server.redirectsTo("http://169.254.169.254/latest");

        assertThat(refused(server.url(), RepositoryCredentials.none()).reason())
                .contains("not allowed", "169.254.169.254");
    }

    @Test
    void saysWhenThereIsNoRepository() {
        server.refusesWith(404);

        assertThat(refused(server.url(), RepositoryCredentials.none()).reason())
                .isEqualTo("There is no repository at this address, or these credentials may not see it.");
    }

    @Test
    void leavesServerAloneAsLongAsItWants() {
        server.refusesWith(429);

        var failure = refused(server.url(), RepositoryCredentials.none());

        assertThat(failure.reason()).contains("left alone");
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void cutsOffServerThatSendsHeadersForEver() throws Exception {
        try (ServerSocket drip = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                LocalCopy copy = copy(NO_GITHUB, "loopback")) {
            Thread sender = new Thread(() -> drip(drip));
            sender.setDaemon(true);
            sender.start();
            String url = "http://localhost:" + drip.getLocalPort() + "/show.git";

            var failure = catchThrowableOfType(
                    RepositoryUnavailableException.class,
                    () -> copy.look(access(url, RepositoryCredentials.none()), Optional.of("main")));

            assertThat(failure.reason())
                    .isEqualTo("The repository did not finish sending in time (commitcast.checkout.look-timeout).");
        }
    }

    @Test
    void endsAFetchThatNobodyWaitsForAnyMore() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                LocalCopy copy = copy(NO_GITHUB, "loopback")) {
            silent.setSoTimeout(60_000);
            String url = "http://localhost:" + silent.getLocalPort() + "/show.git";
            var fetch = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    RepositoryUnavailableException.class,
                    () -> copy.fetch(access(url, RepositoryCredentials.none()), Optional.of("main"))));
            try (Socket asking = silent.accept()) {
                assertThat(asking.getInputStream().read()).isEqualTo('G');

                copy.abandonFetch();

                // Without that it would be the limit of silence, which is named then.
                assertThat(fetch.get(60, TimeUnit.SECONDS).reason()).doesNotContain("timeout");
            }
            assertThat(catchThrowableOfType(
                            RepositoryUnavailableException.class,
                            () -> copy.fetch(access(url, RepositoryCredentials.none()), Optional.of("main"))))
                    .isNotNull();
        }
    }

    private static void drip(ServerSocket server) {
        try (Socket connection = server.accept()) {
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!Thread.interrupted()) {
                connection.getOutputStream().write("X-More: and more\r\n".getBytes(StandardCharsets.US_ASCII));
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        } catch (IOException e) {
            // The other side has hung up, as it should.
        }
    }

    @Test
    void pushesWithToken() throws Exception {
        server.wants("x-access-token", "secret-token");
        GitAccess access = access(server.url(), new Token(null, "secret-token"));
        try (LocalCopy copy = copy(NO_GITHUB, "loopback")) {
            copy.fetch(access, Optional.empty());

            PushOutcome outcome = copy.push(access, "main", head, commit(copy));

            assertThat(outcome).isInstanceOf(PushOutcome.Pushed.class);
            assertThat(repository.sharedHead()).isNotEqualTo(head);
        }
    }

    @Test
    void saysWhenTokenMayOnlyRead() throws Exception {
        server.wants("x-access-token", "secret-token").forbids("git-receive-pack");
        GitAccess access = access(server.url(), new Token(null, "secret-token"));
        try (LocalCopy copy = copy(NO_GITHUB, "loopback")) {
            copy.fetch(access, Optional.empty());

            PushOutcome outcome = copy.push(access, "main", head, commit(copy));

            assertThat(outcome).isEqualTo(new PushOutcome.Refused("The repository refused the credentials.", false));
        }
    }

    private PushOutcome pushed() throws Exception {
        server.wants("x-access-token", "secret-token");
        GitAccess access = access(server.url(), new Token(null, "secret-token"));
        try (LocalCopy copy = copy(NO_GITHUB, "loopback")) {
            copy.fetch(access, Optional.empty());
            return copy.push(access, "main", head, commit(copy));
        }
    }

    @Test
    void beginsAgainWhereTheBranchIsLockedByAnotherPush() throws Exception {
        Files.createFile(repository.sharedFolder().resolve("refs/heads/main.lock"));

        assertThat(pushed()).isEqualTo(new PushOutcome.Moved());
    }

    @Test
    void beginsAgainWhereTheBranchMovesWhileAPushIsRejected() throws Exception {
        repository.hook(
                "update",
                """
                export GIT_AUTHOR_NAME=Pat GIT_AUTHOR_EMAIL=pat@show.example
                export GIT_COMMITTER_NAME=Pat GIT_COMMITTER_EMAIL=pat@show.example
                git update-ref refs/heads/main $(git commit-tree -p $2 -m Faster $2^{tree})
                exit 1
                """);

        assertThat(pushed()).isEqualTo(new PushOutcome.Moved());
        assertThat(repository.sharedHead()).isNotEqualTo(head);
    }

    @Test
    void saysWhatAHookObjectsTo() throws Exception {
        repository.hook("pre-receive", "exit 1\n");

        assertThat(pushed()).isEqualTo(new PushOutcome.Refused("pre-receive hook declined", true));
    }

    @Test
    void saysInTheWordsOfTheServerWhatRuleABranchHas() throws Exception {
        repository.hook(
                "update",
                """
                echo >&2 "GitLab: You are not allowed to push code to"
                echo >&2 "protected branches on this project."
                exit 1
                """);

        assertThat(pushed())
                .isEqualTo(new PushOutcome.Refused(
                        "hook declined (GitLab: You are not allowed to push code to protected branches on this project."
                                + " error: hook declined to update refs/heads/main)",
                        true));
    }

    private String commit(LocalCopy copy) throws IOException {
        return copy.commit(new NewCommit(
                head,
                Map.of("gate.md", "The gate is open\n".getBytes(StandardCharsets.UTF_8)),
                "Commitcast",
                "bot@show.example",
                "Link",
                Instant.parse("2026-03-01T12:00:00Z")));
    }

    @Test
    void readsAsGitHubAppAndAsksForAnotherTokenWhereOneIsRefused() throws Exception {
        var keys = AppKeys.of("us");
        try (StandInGitHub github = new StandInGitHub(keys.getPublic(), Clock.systemUTC());
                LocalCopy copy = copy(github.url(), "loopback")) {
            var app = new App(new AppLogin("4711", null, AppKey.parse(AppKeys.pkcs1(keys))));
            server.wants("x-access-token", "ghs_1");
            assertThat(copy.fetch(access(server.url(), app), Optional.empty()).head())
                    .isEqualTo(head);
            server.wants("x-access-token", "ghs_2");

            var first = catchThrowableOfType(
                    RepositoryUnavailableException.class,
                    () -> copy.fetch(access(server.url(), app), Optional.empty()));

            assertThat(first.reason()).isEqualTo("The repository refused the credentials.");
            assertThat(copy.fetch(access(server.url(), app), Optional.empty()).head())
                    .isEqualTo(head);
        }
    }

    @Test
    void tellsTheForgesApiWhoWeAre() throws Exception {
        var keys = AppKeys.of("us");
        try (StandInGitHub github = new StandInGitHub(keys.getPublic(), Clock.systemUTC())) {
            var forges = new ForgeAccess(TestApps.at(github.url()));
            var app = new App(new AppLogin("4711", null, AppKey.parse(AppKeys.pkcs1(keys))));

            assertThat(forges.authorization(access(server.url(), app))).contains("Bearer ghs_1");
            assertThat(forges.authorization(access(server.url(), new Token("pat", "abc"))))
                    .contains("Bearer abc");
            assertThat(forges.authorization(access(server.url(), new Password("pat", "abc"))))
                    .contains(basic("pat", "abc"));
            assertThat(forges.authorization(access(server.url(), RepositoryCredentials.none())))
                    .isEmpty();
        }
    }

    @Test
    void printsNoCredentials() {
        assertThat(access(server.url(), new Token("pat", "secret-token")) + " " + new Token(null, "secret-token"))
                .doesNotContain("secret-token");
        assertThat(new Login("pat", "secret-token") + " " + new Password("pat", "secret-token"))
                .doesNotContain("secret-token");
        assertThat(new RepositoryCredentials.SshKey("secret-key", "secret-token").toString())
                .doesNotContain("secret");
    }
}
