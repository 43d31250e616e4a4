package org.commitcast.feed.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.internal.PlatformDependent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.commitcast.feed.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers that take a big feed slowly, or not at all. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SlowReadersTest {
    private static final int READERS = 8;
    private static final int SIZE = 8_000_000;

    private final DocumentKey key =
            DocumentKey.rss("s" + UUID.randomUUID().toString().substring(0, 8), "podcast");
    private final byte[] plain = text();
    private final DocumentBody body = Bodies.of(plain);

    @Inject
    ServedDocuments feeds;

    @TestHTTPResource("/")
    URI service = URI.create("http://localhost");

    /** Text that hardly compresses, so that both forms are big. */
    private static byte[] text() {
        byte[] random = new byte[SIZE / 2];
        new Random(42).nextBytes(random);
        return HexFormat.of().formatHex(random).getBytes(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void serve() {
        Edition edition = new Edition("life", 1, 1, 1);
        ServedDocument head = new ServedDocument(
                key, DocumentType.RSS, edition, Standing.SERVED, Instant.EPOCH, true, null, body.facts());
        feeds.put(new WholeDocument(head, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void keepsNoCopyOfTheFeedForThem(String coding) throws IOException {
        long before = outsideTheHeap();
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                readers.add(begin(coding));
            }
            long copies = outsideTheHeap() - before;

            assertThat(copies).isLessThan((long) READERS * body.gzip().length / 4);
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
    }

    @Test
    void givesThemEveryByteInTheEnd() throws IOException {
        try (Socket reader = begin("identity")) {
            given().get("/feeds/nobody/podcast.rss").then().contentType("application/problem+json");

            String answer = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).containsIgnoringCase("content-length: " + SIZE);
            assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)
                            .equals(new String(plain, StandardCharsets.UTF_8)))
                    .isTrue();
        }
    }

    /** Asks, and reads no further than the answer's first byte. */
    private Socket begin(String coding) throws IOException {
        Socket reader = new Socket();
        reader.setReceiveBufferSize(16 * 1024);
        reader.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        String request =
                """
                GET %s HTTP/1.1\r
                Host: localhost\r
                Accept-Encoding: %s\r
                Connection: close\r
                \r
                """
                        .formatted(key.path(), coding);
        reader.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(reader.getInputStream().read()).isEqualTo('H');
        return reader;
    }

    private static long outsideTheHeap() {
        long pooled = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return pooled + Math.max(0, PlatformDependent.usedDirectMemory());
    }
}
