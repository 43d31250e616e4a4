package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the stand-ins refuse: a flow that they let through would be let through by the sources, too. */
class StandInTest {
    private static final String AGENT = "Commitcast/0.1";

    private final HttpClient http = HttpClient.newHttpClient();
    private final SourceStandIns sources = new SourceStandIns();

    @AfterEach
    void stop() {
        sources.close();
    }

    @Test
    void refuseWhoDoesNotSayWhoTheyAre() {
        for (StandIn source : List.of(
                sources.hackerNews,
                sources.lobsters,
                sources.lemmy,
                sources.reddit,
                sources.mastodon,
                sources.bluesky)) {
            assertThat(status(source, "/", "Java-http-client/17"))
                    .as(source.url())
                    .isEqualTo(403);
        }
    }

    @Test
    void refuseSearchesWithoutCredentials() {
        assertThat(status(sources.mastodon, "/api/v2/search?q=x&type=statuses", AGENT))
                .isEqualTo(401);
        assertThat(status(sources.bluesky, "/xrpc/app.bsky.feed.searchPosts?q=x", AGENT))
                .isEqualTo(403);
        assertThat(status(sources.reddit, "/api/info?url=x", "server:commitcast:v0.1 (by /u/harbour)"))
                .isEqualTo(401);
        assertThat(status(sources.reddit, "/api/info?url=x", AGENT)).isEqualTo(429);
    }

    @Test
    @Tag("proof")
    void takeNoMoreCallsThanTheSourcesDo() {
        assertThat(IntStream.range(0, 5).map(i -> status(sources.lobsters, "/stories/url/all.json?url=x", AGENT)))
                .endsWith(429);
        assertThat(IntStream.range(0, 61).map(i -> status(sources.lemmy, "/api/v3/search?q=x&type_=Url", AGENT)))
                .endsWith(400)
                .containsOnlyOnce(400);
        assertThat(IntStream.range(0, 61).map(i -> status(sources.reddit, "/", AGENT)))
                .endsWith(429);
        assertThat(IntStream.range(0, 301).map(i -> status(sources.mastodon, "/api/v1/statuses/1", AGENT)))
                .endsWith(429)
                .containsOnlyOnce(429);
    }

    private int status(StandIn source, String path, String agent) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(source.url() + path))
                .header("User-Agent", agent)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, e);
        }
    }
}
