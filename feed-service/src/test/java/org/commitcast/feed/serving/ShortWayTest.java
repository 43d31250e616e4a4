package org.commitcast.feed.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.commitcast.feed.Backends;
import org.commitcast.feed.serving.Conversation.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that are kept. Fails, too, where another version of the server has no short way in front of it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ShortWayTest {
    private static final String LINK = "<https://show.example/podcast.rss>; rel=\"self\"";

    private final DocumentKey key =
            DocumentKey.rss("s" + UUID.randomUUID().toString().substring(0, 8), "podcast");
    private final DocumentBody body = Bodies.of("<rss version=\"2.0\"/>".getBytes(StandardCharsets.UTF_8));

    @Inject
    ServedDocuments feeds;

    @Inject
    AnswerCounts counts;

    @TestHTTPResource("/")
    URI service = URI.create("http://localhost");

    @BeforeEach
    void serve() {
        // Before that an unknown document may be one that is not read yet.
        await().until(feeds::isComplete);
        ServedDocument head = new ServedDocument(
                key,
                DocumentType.RSS,
                new Edition("life", 1, 1, 1),
                Standing.SERVED,
                Instant.parse("2025-03-04T12:00:00Z"),
                true,
                LINK,
                body.facts());
        feeds.put(new WholeDocument(head, body));
    }

    private String request(String method, String... fields) {
        String all = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        return method + " " + key.path() + " HTTP/1.1\r\nHost: commitcast.example\r\n" + all + "\r\n";
    }

    private String packed() {
        return request("GET", "Accept-Encoding: gzip");
    }

    /** After two requests the server is known to wait for the beginning of another one. */
    private Conversation kept() throws IOException {
        Conversation conversation = new Conversation(service);
        for (int i = 0; i < 2; i++) {
            conversation.say(packed());
            assertThat(conversation.hear().status()).isEqualTo("200");
        }
        return conversation;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET Accept-Encoding: gzip",
                "GET If-None-Match: %1$s",
                "GET If-None-Match: \"other\", W/%1$s",
                "GET If-None-Match: *",
                "GET If-Modified-Since: Tue, 04 Mar 2025 12:00:00 GMT",
                "HEAD Accept-Encoding: gzip",
                "HEAD Accept-Encoding: identity",
                "HEAD If-None-Match: %1$s",
            })
    void givesTheSameAnswersAsTheOrdinaryWay(String asked) throws IOException {
        String[] words = asked.formatted(body.etag()).split(" ", 2);
        String request = request(words[0], words[1]);
        Answer ordinary;
        try (Conversation first = new Conversation(service)) {
            first.say(request);
            ordinary = words[0].equals("GET") ? first.hear() : first.hearHead();
        }
        try (Conversation conversation = kept()) {
            long before = counts.givenShortly();
            conversation.say(request);
            Answer shortly = words[0].equals("GET") ? conversation.hear() : conversation.hearHead();

            assertThat(counts.givenShortly()).isEqualTo(before + 1);
            assertThat(shortly).isEqualTo(ordinary);
        }
    }

    @Test
    void answersWhatComesAtOnceInItsOrder() throws IOException {
        String unknown = packed().replace("podcast.rss", "nothing.rss");
        String unchanged = request("GET", "If-None-Match: " + body.etag());
        try (Conversation conversation = kept()) {
            conversation.say(unchanged + packed() + unknown + unchanged + packed());

            assertThat(conversation.hear().status()).isEqualTo("304");
            assertThat(conversation.hear().status()).isEqualTo("200");
            assertThat(conversation.hear().status()).isEqualTo("404");
            assertThat(conversation.hear().status()).isEqualTo("304");
            assertThat(conversation.hear().status()).isEqualTo("200");
        }
    }

    @Test
    void opensAgainAfterSomethingElse() throws IOException {
        try (Conversation conversation = kept()) {
            conversation.say(request("OPTIONS"));
            assertThat(conversation.hearHead().status()).isEqualTo("204");
            conversation.say(packed());
            assertThat(conversation.hear().status()).isEqualTo("200");
            long before = counts.givenShortly();
            conversation.say(packed());

            assertThat(conversation.hear().status()).isEqualTo("200");
            assertThat(counts.givenShortly()).isEqualTo(before + 1);
        }
    }

    @Test
    void letsOneGoTheOrdinaryWayNowAndThenSoThatTheConnectionIsNotTakenForIdle() throws IOException {
        try (Conversation conversation = kept()) {
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        long before = counts.givenShortly();
                        conversation.say(packed());
                        assertThat(conversation.hear().status()).isEqualTo("200");
                        return counts.givenShortly() == before;
                    });
        }
    }

    @Test
    void leavesRequestsThatComeInPartsToTheServer() throws IOException {
        try (Conversation conversation = kept()) {
            for (int cut = 1; cut < packed().length(); cut += 7) {
                conversation.say(packed().substring(0, cut));
                conversation.say(packed().substring(cut) + packed());

                assertThat(conversation.hear().status()).isEqualTo("200");
                assertThat(conversation.hear().status()).isEqualTo("200");
            }
        }
    }

    @Test
    void takesNoBodyForARequest() throws IOException {
        try (Conversation conversation = kept()) {
            conversation.say(request("POST", "Content-Length: " + packed().length()));
            assertThat(conversation.hear().status()).isEqualTo("405");
            conversation.say(packed());
            conversation.say(request("HEAD", "Connection: close"));

            assertThat(conversation.hearHead().status()).isEqualTo("200");
            assertThat(conversation.isOver()).isTrue();
        }
    }

    @Test
    void takesNoBodyForARequestWhereTheHeadEndedLikeOne() throws IOException {
        try (Conversation conversation = kept()) {
            String begun = request("POST", "Content-Length: " + packed().length(), "Note: ");
            conversation.say(begun.substring(0, begun.length() - "\r\n\r\n".length()));
            conversation.say(packed().replace("Host", "Guest"));
            assertThat(conversation.hear().status()).isEqualTo("405");
            conversation.say(packed());
            conversation.say(request("HEAD", "Connection: close"));

            assertThat(conversation.hearHead().status()).isEqualTo("200");
            assertThat(conversation.isOver()).isTrue();
        }
    }

    @Test
    void servesWhatIsNewAtOnce() throws IOException {
        try (Conversation conversation = kept()) {
            DocumentBody next = Bodies.of("<rss version=\"2.0\"><channel/></rss>".getBytes(StandardCharsets.UTF_8));
            feeds.put(new WholeDocument(
                    new ServedDocument(
                            key,
                            DocumentType.RSS,
                            new Edition("life", 1, 2, 2),
                            Standing.SERVED,
                            Instant.parse("2025-03-05T12:00:00Z"),
                            true,
                            LINK,
                            next.facts()),
                    next));
            conversation.say(packed());

            assertThat(conversation.hear().head()).contains(next.facts().gzipEtag());
        }
    }
}
