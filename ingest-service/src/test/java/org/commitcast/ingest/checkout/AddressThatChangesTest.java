package org.commitcast.ingest.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.ingest.checkout.RepositoryCredentials.SshKey;
import org.commitcast.ingest.githubapp.AppKeys;
import org.commitcast.ingest.githubapp.TestApps;
import org.commitcast.ingest.whole.TestRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts whose name servers answer differently when Git connects than when their addresses were checked. */
class AddressThatChangesTest {
    /** Where the forge is; the deployment allows this one. */
    private static final String ALLOWED = "127.0.0.2";

    /** Where something listens that only this machine is to reach. */
    private static final String FORBIDDEN = "127.0.0.1";

    private final ChangingAnswers names = new ChangingAnswers();
    private Path folder;
    private TestRepository repository;
    private GitOverHttp forge;
    private Trap trap;
    private String head;

    @BeforeEach
    void aForgeAndATrapAtTheSamePort(@TempDir Path copies) throws Exception {
        folder = copies;
        repository = TestRepository.fresh();
        head = repository.write("gate.md", "The gate\n").commitAndPush("Begin");
        // The trap first: a port that is free where the forge is may be taken where everything else listens.
        trap = new Trap(FORBIDDEN);
        forge = new GitOverHttp(repository, ALLOWED, trap.port());
    }

    @AfterEach
    void close() throws IOException {
        trap.close();
        forge.close();
        repository.close();
    }

    private TestLimits limits(Optional<Path> knownHosts) {
        return new TestLimits(folder, knownHosts.isPresent(), knownHosts, Duration.ofSeconds(5));
    }

    private LocalCopy copy(TestLimits limits) throws IOException {
        var guard = new AddressGuard(AddressPolicy.allowing(ALLOWED), names);
        var forges = new ForgeAccess(TestApps.at(URI.create("http://localhost:1/")));
        return new LocalCopies(limits, new Remotes(guard, limits, forges))
                .open(UUID.randomUUID().toString());
    }

    private LocalCopy copy() throws IOException {
        return copy(limits(Optional.empty()));
    }

    private GitAccess show() {
        var address = RepositoryAddress.parse(forge.url("show.test"), limits(Optional.empty()));
        return new GitAccess(address, "main", RepositoryCredentials.none());
    }

    private String refusal() throws IOException {
        try (LocalCopy copy = copy()) {
            return catchThrowableOfType(
                            RepositoryUnavailableException.class, () -> copy.fetch(show(), Optional.empty()))
                    .reason();
        }
    }

    @Test
    void fetchesFromTheAddressThatWasChecked() throws Exception {
        names.with("show.test", ALLOWED, FORBIDDEN);

        try (LocalCopy copy = copy()) {
            assertThat(copy.fetch(show(), Optional.empty()).head()).isEqualTo(head);
        }

        assertThat(trap.caught()).isEmpty();
    }

    @Test
    void pushesToTheAddressThatWasChecked() throws Exception {
        forge.wants("pat", "word");
        var address = RepositoryAddress.parse(forge.url("show.test"), limits(Optional.empty()));
        var access = new GitAccess(address, "main", new RepositoryCredentials.Password("pat", "word"));
        try (LocalCopy copy = copy()) {
            names.with("show.test", ALLOWED);
            copy.fetch(access, Optional.empty());
            String commit = copy.commit(new NewCommit(
                    head,
                    Map.of("gate.md", "The gate is open\n".getBytes(StandardCharsets.UTF_8)),
                    "Commitcast",
                    "bot@show.example",
                    "Link",
                    Instant.parse("2026-03-01T12:00:00Z")));
            names.with("show.test", ALLOWED, FORBIDDEN);

            assertThat(copy.push(access, "main", head, commit)).isEqualTo(new PushOutcome.Pushed(commit));
        }

        assertThat(trap.caught()).isEmpty();
    }

    @Test
    void refusesHostThatHasMovedBetweenTwoFetches() throws Exception {
        names.with("show.test", FORBIDDEN);

        assertThat(refusal()).contains("not allowed here", "show.test is a loopback address");
        assertThat(trap.caught()).isEmpty();
    }

    @Test
    void refusesHostWithAnAllowedAndAForbiddenAddress() throws Exception {
        for (String both : new String[] {ALLOWED + " " + FORBIDDEN, FORBIDDEN + " " + ALLOWED}) {
            names.with("show.test", both);

            assertThat(refusal()).contains("not allowed here");
        }
        assertThat(trap.caught()).isEmpty();
        assertThat(forge.shown()).isEmpty();
    }

    @Test
    void followsRedirectToTheAddressThatWasChecked() throws Exception {
        names.with("show.test", ALLOWED, FORBIDDEN).with("moved.test", ALLOWED, FORBIDDEN);
        try (Trap behind = new Trap(FORBIDDEN);
                GitOverHttp moved = new GitOverHttp(repository, ALLOWED, behind.port())) {
            forge.redirectsTo(moved.url("moved.test"));

            try (LocalCopy copy = copy()) {
                assertThat(copy.fetch(show(), Optional.empty()).head()).isEqualTo(head);
            }

            assertThat(behind.caught()).isEmpty();
        }
        assertThat(trap.caught()).isEmpty();
    }

    @Test
    void followsNoRedirectToAHostWithAForbiddenAddress() throws Exception {
        names.with("show.test", ALLOWED).with("moved.test", ALLOWED + " " + FORBIDDEN);
        forge.redirectsTo(forge.url("moved.test").replace("show.git", "moved.git"));

        assertThat(refusal()).contains("not allowed here", "moved.test is a loopback address");
        assertThat(trap.caught()).isEmpty();
    }

    @Test
    void connectsBySshToTheAddressThatWasChecked() throws Exception {
        KeyPair ours = AppKeys.of("us");
        names.with("show.test", ALLOWED, FORBIDDEN);
        try (Trap behind = new Trap(FORBIDDEN);
                GitOverSsh server = new GitOverSsh(
                        AppKeys.of("the server"), ours.getPublic(), "show.test", ALLOWED, behind.port())) {
            TestLimits limits = limits(Optional.of(server.knownHosts(folder)));
            var access = new GitAccess(
                    RepositoryAddress.parse(server.url(repository.sharedFolder()), limits),
                    "main",
                    new SshKey(AppKeys.pkcs1(ours), null));
            try (LocalCopy copy = copy(limits)) {
                assertThat(copy.fetch(access, Optional.empty()).head()).isEqualTo(head);

                var refused = catchThrowableOfType(
                        RepositoryUnavailableException.class, () -> copy.fetch(access, Optional.of(head)));
                assertThat(refused.reason()).contains("not allowed here");
            }

            assertThat(behind.caught()).isEmpty();
        }
    }
}
