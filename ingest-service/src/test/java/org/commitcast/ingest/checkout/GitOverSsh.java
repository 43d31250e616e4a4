package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A forge's ssh server: runs Git's own commands for who shows the one key that is let in. */
final class GitOverSsh implements AutoCloseable {
    private final SshServer server;
    private final KeyPair hostKey;
    private final String host;

    GitOverSsh(KeyPair hostKey, PublicKey letIn) throws IOException {
        this(hostKey, letIn, "localhost", "127.0.0.1", 0);
    }

    GitOverSsh(KeyPair hostKey, PublicKey letIn, String host, String address, int port) throws IOException {
        this.hostKey = hostKey;
        this.host = host;
        this.server = SshServer.setUpDefaultServer();
        server.setHost(address);
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals("git") && KeyUtils.compareKeys(key, letIn));
        server.setCommandFactory((channel, line) -> new Running(line));
        server.start();
    }

    String url(Path repository) {
        return "ssh://git@" + host + ":" + port() + repository;
    }

    int port() {
        return server.getPort();
    }

    /** As ssh-keyscan prints it. */
    Path knownHosts(Path folder) {
        return knownHosts(folder, hostKey.getPublic());
    }

    Path knownHosts(Path folder, PublicKey key) {
        try {
            String line = "[" + host + "]:" + port() + " " + PublicKeyEntry.toString(key) + "\n";
            return Files.writeString(Files.createTempFile(folder, "known", "hosts"), "# hosts\n" + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    /** A command line in a shell of this machine. */
    private static final class Running implements Command {
        private final String line;
        private InputStream in = InputStream.nullInputStream();
        private OutputStream out = OutputStream.nullOutputStream();
        private ExitCallback ended = (status, message, closed) -> {};

        Running(String line) {
            this.line = line;
        }

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            // Nobody reads it here.
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            ended = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) throws IOException {
            Process process = new ProcessBuilder("sh", "-c", line).start();
            thread(() -> copy(in, process.getOutputStream()));
            thread(() -> {
                copy(process.getInputStream(), out);
                ended.onExit(process.onExit().join().exitValue());
            });
        }

        private static void thread(Runnable work) {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            thread.start();
        }

        private static void copy(InputStream from, OutputStream to) {
            byte[] buffer = new byte[8192];
            try (to) {
                for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                    to.write(buffer, 0, count);
                    to.flush();
                }
            } catch (IOException e) {
                // One side has hung up.
            }
        }

        @Override
        public void destroy(ChannelSession channel) {
            // The process ends with its input.
        }
    }
}
