package org.commitcast.ingest.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.ingest.githubapp.TestApps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks Git's protocol and never comes to an end of its pack. */
class EndlessPackTest {
    private static final String HEAD = "5".repeat(40);
    private static final int MEBIBYTE = 1024 * 1024;

    private final AtomicLong sent = new AtomicLong();
    private HttpServer server;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/show.git/info/refs", this::references);
        server.createContext("/show.git/git-upload-pack", this::pack);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void references(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-advertisement");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(packet("# service=git-upload-pack\n".getBytes(StandardCharsets.US_ASCII)));
            out.write("0000".getBytes(StandardCharsets.US_ASCII));
            out.write(packet((HEAD + " refs/heads/main\0multi_ack_detailed side-band-64k ofs-delta\n")
                    .getBytes(StandardCharsets.US_ASCII)));
            out.write("0000".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** One blob of which more and more comes. */
    private void pack(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-result");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(packet("NAK\n".getBytes(StandardCharsets.US_ASCII)));
            // Version 2, one object; a blob of 1 GiB, stored by zlib without being compressed.
            out.write(sideBand(bytes('P', 'A', 'C', 'K', 0, 0, 0, 2, 0, 0, 0, 1)));
            out.write(sideBand(bytes(0xBF, 0xFF, 0xFF, 0xFF, 0x1F, 0x78, 0x01)));
            byte[] block = new byte[5 + 32_000];
            // No block is the last one; its length, and the same with every bit turned round.
            System.arraycopy(bytes(0, 0x00, 0x7D, 0xFF, 0x82), 0, block, 0, 5);
            while (sent.addAndGet(block.length) < 200L * MEBIBYTE) {
                out.write(sideBand(block));
            }
        } catch (IOException e) {
            // The other side has had enough.
            exchange.close();
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] sideBand(byte[] data) throws IOException {
        var banded = new ByteArrayOutputStream();
        banded.write(1);
        banded.write(data);
        return packet(banded.toByteArray());
    }

    private static byte[] packet(byte[] data) throws IOException {
        var packet = new ByteArrayOutputStream();
        packet.write("%04x".formatted(data.length + 4).getBytes(StandardCharsets.US_ASCII));
        packet.write(data);
        return packet.toByteArray();
    }

    @Test
    void isTakenUpToTheLimitAndNoFurther(@TempDir Path folder) throws IOException {
        var limits = new TestLimits(folder, false, Optional.empty(), Duration.ofSeconds(1)).with(2, 1000);
        var guard = new AddressGuard(AddressPolicy.allowing("loopback"));
        var forges = new ForgeAccess(TestApps.at(URI.create("http://localhost:1/")));
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/show.git";
        var access = new GitAccess(RepositoryAddress.parse(url, limits), "main", RepositoryCredentials.none());

        try (LocalCopy copy = new LocalCopies(limits, new Remotes(guard, limits, forges)).open("endless")) {
            var refusal = catchThrowableOfType(
                    RepositoryUnavailableException.class, () -> copy.fetch(access, Optional.empty()));

            assertThat(refusal.reason())
                    .isEqualTo("The repository sent more than 2 MiB (commitcast.checkout.max-bytes).");
            assertThat(sent.get()).isLessThan(50L * MEBIBYTE);
        }
    }
}
