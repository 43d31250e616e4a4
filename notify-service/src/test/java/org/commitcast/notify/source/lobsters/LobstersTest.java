package org.commitcast.notify.source.lobsters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.notify.LobstersStandIn;
import org.commitcast.notify.source.Followed;
import org.commitcast.notify.source.FollowedThread;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.LooseBudgets;
import org.commitcast.notify.source.Searched;
import org.commitcast.notify.source.ThreadCounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LobstersTest {
    private static final URI EPISODE = URI.create("https://turning.example/episodes/chisels/?a=b&c=d");
    private static final String THREAD = "https://lobste.rs/s/k3xq9b/sharp_chisels";

    private final LobstersStandIn server = new LobstersStandIn();
    private final Lobsters source = new Lobsters(new LooseBudgets().http(), () -> Optional.of(server.url()));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsStoriesOfAnAddressInAnySpelling() {
        String posted = EPISODE.toString().replace("https://", "http://www.");
        server.post("k3xq9b", "Sharp chisels", posted).put("score", 12).put("comment_count", 3);
        server.post("another", "Another", "https://turning.example/blog/");

        assertThat(source.search(EPISODE))
                .isEqualTo(new Searched.Found(List.of(new FoundThread(
                        THREAD,
                        "k3xq9b",
                        posted,
                        "Sharp chisels",
                        "somebody",
                        Instant.parse("2026-03-02T05:05:11Z"),
                        new ThreadCounts(12, 3, false)))));
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(source.search(EPISODE)).isEqualTo(new Searched.Found(List.of()));
    }

    @Test
    void takesNoThreadAddressOnAnotherHost() {
        server.post("k3xq9b", "Sharp chisels", EPISODE.toString()).put("comments_url", "https://evil.example/s/k3xq9b");

        assertThat(source.search(EPISODE))
                .isInstanceOfSatisfying(Searched.Found.class, found -> assertThat(found.threads())
                        .extracting(FoundThread::url)
                        .containsExactly("https://lobste.rs/s/k3xq9b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "<html>", "Throttled, sleep(1) between hits", "{\"error\":\"400\"}"})
    void takesAnAnswerInAnotherFormForNone(String body) {
        server.nextText(200, "application/json", body);

        assertThat(source.search(EPISODE)).isInstanceOf(Searched.Later.class);
    }

    @Test
    void followsAStoryAlsoWhenItsCountsFall() {
        ObjectNode story = server.post("k3xq9b", "Sharp chisels", EPISODE.toString());
        story.put("score", 12).put("comment_count", 3);
        assertThat(follow()).isEqualTo(seen(new ThreadCounts(12, 3, false)));

        story.put("score", 9).put("comment_count", 2);
        assertThat(follow()).isEqualTo(seen(new ThreadCounts(9, 2, false)));
    }

    @Test
    void followsAStoryToTheOneThatItWasMergedInto() {
        server.post("k3xq9b", "Sharp chisels", EPISODE.toString());
        server.post("target", "Chisels", EPISODE + "#2").put("score", 30).put("comment_count", 8);
        server.merge("k3xq9b", "target");

        assertThat(follow()).isEqualTo(seen(new ThreadCounts(30, 8, false)));
    }

    @Test
    void storyThatIsDeletedIsOver() {
        assertThat(follow()).isEqualTo(seen(new ThreadCounts(null, null, true)));
    }

    @Test
    void storyThatIsDeletedIsOverAlsoWhereAPageSaysSo() {
        server.nextText(404, "text/html", "<h1>404</h1><p>Resource not found</p>");

        assertThat(follow()).isEqualTo(seen(new ThreadCounts(null, null, true)));
    }

    @Test
    void nothingIsLostWhileAllOfItIsMissing() {
        server.nextText(404, "text/html", "<h1>404 Not Found</h1>");
        server.nextText(404, "text/html", "<h1>404 Not Found</h1>");

        assertThat(follow()).isInstanceOf(Followed.Later.class);
    }

    @Test
    void nothingIsLostWhileItAsksForFewerCalls() {
        server.nextText(429, "text/plain", "Throttled, sleep(1) between hits");

        assertThat(follow()).isInstanceOf(Followed.Later.class);
    }

    private Followed follow() {
        return source.follow(List.of(new FollowedThread(THREAD, null)));
    }

    private static Followed seen(ThreadCounts counts) {
        return new Followed.Seen(Map.of(THREAD, counts));
    }
}
