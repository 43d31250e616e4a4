package org.commitcast.ingest.checkout;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/** Sessions of one exchange over ssh: one key, the known hosts, no configuration, agent or password. */
final class SshSessions extends SshSessionFactory implements AutoCloseable {
    private final SshdSessionFactory sessions;
    private final Budget budget;

    private SshSessions(SshdSessionFactory sessions, Budget budget) {
        this.sessions = sessions;
        this.budget = budget;
    }

    /**
     * Of a repository.
     *
     * @param folder one that holds no keys and no configuration
     */
    static SshSessions of(GitAccess access, Path folder, Path knownHosts, Budget budget)
            throws RepositoryUnavailableException {
        try {
            KnownHosts hosts = KnownHosts.of(access.address().uri(), knownHosts);
            Optional<KeyPair> key = access.credentials().sshKey().map(SshKeys::parse);
            File home = folder.toFile();
            SshdSessionFactory sessions = new SshdSessionFactoryBuilder()
                    .setHomeDirectory(home)
                    .setSshDirectory(new File(home, "no-ssh"))
                    .setConfigStoreFactory((directory, file, user) -> null)
                    .setConfigFile(directory -> null)
                    .setDefaultIdentities(directory -> List.of())
                    .setDefaultKeysProvider(directory -> key.map(List::of).orElse(List.of()))
                    .setDefaultKnownHostsFiles(directory -> List.of())
                    .setServerKeyDatabase((directory, ssh) -> hosts)
                    .setPreferredAuthentications("publickey")
                    .setConnectorFactory(null)
                    .build(null);
            return new SshSessions(sessions, budget);
        } catch (IOException e) {
            throw new RepositoryUnavailableException(
                    "The known hosts of ssh cannot be read (COMMITCAST_SSH_KNOWN_HOSTS).", e);
        }
    }

    @Override
    public RemoteSession getSession(URIish uri, @Nullable CredentialsProvider provider, FS fs, int millis)
            throws TransportException {
        RemoteSession session = sessions.getSession(uri, provider, fs, millis);
        return new RemoteSession() {
            @Override
            public Process exec(String command, int seconds) throws IOException {
                return new BoundProcess(session.exec(command, seconds), budget);
            }

            @Override
            public void disconnect() {
                session.disconnect();
            }
        };
    }

    @Override
    public String getType() {
        return sessions.getType();
    }

    @Override
    public void close() {
        sessions.close();
    }
}
