package org.commitcast.localstack.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final String LOOPBACK = "127.0.0.1";

    @Test
    void aPortThatWasLookedAtCanBeListenedOnWhileProcessesAreLaunched() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> launching = CompletableFuture.runAsync(() -> launchUntil(enough));
        try {
            // With a probe that listens, about one in a hundred failed.
            for (int i = 0; i < 1000; i++) {
                int port = Ports.free();
                Ports.requireFree("The test", LOOPBACK, port, "try again");
                try (ServerSocket socket = new ServerSocket()) {
                    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                }
            }
        } finally {
            enough.set(true);
            launching.join();
        }
    }

    @Test
    void aPortThatIsListenedOnIsNotFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();

            assertThat(Ports.isFree(LOOPBACK, port)).isFalse();
            assertThat(Ports.isFree("0.0.0.0", port)).isFalse();
            assertThatThrownBy(() -> Ports.requireFree("The test", LOOPBACK, port, "stop it"))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("another process uses that port");
        }
    }

    private static void launchUntil(AtomicBoolean enough) {
        try {
            while (!enough.get()) {
                new ProcessBuilder("true").start().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
