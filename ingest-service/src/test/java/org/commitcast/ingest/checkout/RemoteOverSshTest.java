package org.commitcast.ingest.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.ingest.checkout.RepositoryCredentials.SshKey;
import org.commitcast.ingest.githubapp.AppKeys;
import org.commitcast.ingest.githubapp.TestApps;
import org.commitcast.ingest.whole.TestRepository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching and pushing over ssh, where the deployment allows it. */
class RemoteOverSshTest {
    private static final KeyPair OURS = AppKeys.of("us");
    private static final KeyPair SERVERS = AppKeys.of("the server");
    private static final KeyPair STRANGERS = AppKeys.of("a stranger");

    private Path folder;
    private TestRepository repository;
    private GitOverSsh server;
    private String head;

    @BeforeEach
    void aShowAtAForge(@TempDir Path copies) throws Exception {
        folder = copies;
        repository = TestRepository.fresh();
        head = repository.write("gate.md", "The gate\n").commitAndPush("Begin");
        server = new GitOverSsh(SERVERS, OURS.getPublic());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        repository.close();
    }

    private LocalCopy copy(Path knownHosts, String allowed) throws IOException {
        var limits = limits(knownHosts);
        var guard = new AddressGuard(AddressPolicy.allowing(allowed));
        var forges = new ForgeAccess(TestApps.at(URI.create("http://localhost:1/")));
        return new LocalCopies(limits, new Remotes(guard, limits, forges))
                .open(UUID.randomUUID().toString());
    }

    private TestLimits limits(Path knownHosts) {
        return new TestLimits(folder, true, Optional.of(knownHosts), Duration.ofSeconds(5));
    }

    private GitAccess access(String key) {
        var address = RepositoryAddress.parse(server.url(repository.sharedFolder()), limits(server.knownHosts(folder)));
        return new GitAccess(address, "main", new SshKey(key, null));
    }

    private String refusal(Path knownHosts, String allowed, String key) throws IOException {
        try (LocalCopy copy = copy(knownHosts, allowed)) {
            return catchThrowableOfType(
                            RepositoryUnavailableException.class, () -> copy.fetch(access(key), Optional.empty()))
                    .reason();
        }
    }

    @Test
    void fetchesAndPushesWithKey() throws Exception {
        GitAccess access = access(AppKeys.pkcs1(OURS));
        try (LocalCopy copy = copy(server.knownHosts(folder), "loopback")) {
            assertThat(copy.fetch(access, Optional.empty()).head()).isEqualTo(head);
            String commit = copy.commit(new NewCommit(
                    head,
                    Map.of("gate.md", "The gate is open\n".getBytes(StandardCharsets.UTF_8)),
                    "Commitcast",
                    "bot@show.example",
                    "Link",
                    Instant.parse("2026-03-01T12:00:00Z")));

            assertThat(copy.push(access, "main", head, commit)).isEqualTo(new PushOutcome.Pushed(commit));
        }
    }

    @Test
    void refusesServerThatIsNotKnownOrShowsAnotherKey() throws Exception {
        Path another = server.knownHosts(folder, STRANGERS.getPublic());
        Path nobody = Files.createTempFile(folder, "known", "hosts");

        assertThat(refusal(another, "loopback", AppKeys.pkcs1(OURS))).contains("another ssh key");
        assertThat(refusal(nobody, "loopback", AppKeys.pkcs1(OURS))).contains("another ssh key");
    }

    @Test
    void saysWhenKeyIsNotLetIn() throws Exception {
        assertThat(refusal(server.knownHosts(folder), "loopback", AppKeys.pkcs1(STRANGERS)))
                .isEqualTo("The repository refused the credentials.");
    }

    @Test
    void connectsToNoAddressThatIsNotAllowed() throws Exception {
        assertThat(refusal(server.knownHosts(folder), "", AppKeys.pkcs1(OURS)))
                .contains("Connecting to this address is not allowed here");
    }

    @Test
    void readsKeysInTheFormsThatPeopleHave() throws Exception {
        assertThat(SshKeys.parse(AppKeys.pkcs8(OURS)).getPublic()).isEqualTo(OURS.getPublic());
        assertThat(SshKeys.parse(generated("ssh-ed25519", 256, null)).getPublic())
                .isNotNull();
        assertThat(SshKeys.parse(generated("ecdsa-sha2-nistp256", 256, null))
                        .getPublic()
                        .getAlgorithm())
                .isEqualTo("EC");
        assertThat(SshKeys.parse(generated("ssh-rsa", 2048, null)).getPublic().getAlgorithm())
                .isEqualTo("RSA");
    }

    @Test
    void refusesKeysThatCannotBeUsedWithoutAPerson() throws Exception {
        for (String text : new String[] {"", "ssh-rsa AAAA", generated("ssh-ed25519", 256, "a passphrase")}) {
            assertThatThrownBy(() -> SshKeys.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause()
                    .hasMessage("is not a private key for ssh without a passphrase");
        }
    }

    /** As people have them from ssh-keygen. */
    private static String generated(String type, int bits, @Nullable String passphrase) throws Exception {
        KeyPair keys = KeyUtils.generateKeyPair(type, bits);
        OpenSSHKeyEncryptionContext sealed = passphrase == null ? null : new OpenSSHKeyEncryptionContext();
        if (sealed != null) {
            sealed.setCipherName("AES");
            sealed.setCipherType("256");
            sealed.setPassword(passphrase);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(keys, "pat@show.example", sealed, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
