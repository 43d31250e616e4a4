package org.commitcast.notify.source.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.notify.BlueskyStandIn;
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

class BlueskyTest {
    private static final URI EPISODE = URI.create("https://turning.example/episodes/chisels/");

    private final BlueskyStandIn server = new BlueskyStandIn();
    private final LooseBudgets budgets = new LooseBudgets();
    private final Bluesky source = source(BlueskyStandIn.PASSWORD);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsPostsWithASession() {
        server.post("3kq7", "Sharp chisels", EPISODE.toString())
                .put("likeCount", 12)
                .put("replyCount", 3);

        assertThat(source.search(EPISODE))
                .isEqualTo(new Searched.Found(List.of(new FoundThread(
                        page("3kq7"),
                        "at://" + BlueskyStandIn.AUTHOR + "/app.bsky.feed.post/3kq7",
                        EPISODE.toString(),
                        "Sharp chisels",
                        "somebody.example",
                        Instant.parse("2026-03-02T06:30:00Z"),
                        new ThreadCounts(12, 3, false)))));
        assertThat(budgets.taken).containsExactly("bluesky/sessions", "bluesky/search");
    }

    @Test
    void findsTheLinkInTheTextThatWasSearchedFor() {
        server.post("3kq7", "Sharp chisels", "https://card.example/")
                .withObject("record")
                .putArray("facets")
                .addObject()
                .putArray("features")
                .addObject()
                .put("$type", "app.bsky.richtext.facet#link")
                .put("uri", EPISODE.toString());

        assertThat(source.search(EPISODE))
                .isInstanceOfSatisfying(Searched.Found.class, found -> assertThat(found.threads())
                        .extracting(FoundThread::about)
                        .containsExactly(EPISODE.toString()));
    }

    @Test
    void keepsItsSessionAndRenewsItOnceItHasExpired() {
        source.search(EPISODE);
        source.search(EPISODE);
        assertThat(server.sessionsMade()).isEqualTo(1);

        server.expireSessions();
        assertThat(source.search(EPISODE)).isInstanceOf(Searched.Found.class);
        assertThat(server.sessionsMade()).isEqualTo(2);
        assertThat(budgets.pauses).isEmpty();
    }

    @Test
    void saysNothingOfItsPasswordWhereItIsWrong() {
        assertThat(source("wr0ng").search(EPISODE))
                .isInstanceOfSatisfying(Searched.Later.class, later -> assertThat(later.reason())
                        .isEqualTo("127.0.0.1 answered 401"));
        assertThat(budgets.pauses).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "<html>", "{\"error\":\"RateLimitExceeded\"}"})
    void takesAnAnswerInAnotherFormForNone(String body) {
        source.search(EPISODE);
        server.nextText(200, "application/json", body);

        assertThat(source.search(EPISODE)).isInstanceOf(Searched.Later.class);
    }

    @Test
    void followsManyInOneCallWithoutASession() {
        List<FollowedThread> threads = new ArrayList<>();
        Map<String, ThreadCounts> counts = new HashMap<>();
        for (int i = 0; i < source.followedAtOnce(); i++) {
            server.post("3kq" + i, "Chisels", EPISODE.toString()).put("replyCount", i);
            threads.add(new FollowedThread(page("3kq" + i), null));
            counts.put(page("3kq" + i), new ThreadCounts(0, i, false));
        }

        assertThat(source.follow(threads)).isEqualTo(new Followed.Seen(counts));
        assertThat(server.asked()).containsExactly("app.bsky.feed.getPosts");
    }

    @Test
    void followsAPostByItsAuthorsHandle() {
        server.post("3kq7", "Chisels", EPISODE.toString()).put("replyCount", 4);
        String url = "https://bsky.app/profile/somebody.example/post/3kq7";

        assertThat(source.follow(List.of(new FollowedThread(url, null))))
                .isEqualTo(new Followed.Seen(Map.of(url, new ThreadCounts(0, 4, false))));
    }

    @Test
    void postThatIsNotThereIsOverAndOneThatIsBlockedStaysAsItWas() {
        server.post("3kq7", "Chisels", EPISODE.toString());
        server.post("3kq8", "Chisels", EPISODE.toString());
        server.block("3kq8");
        List<FollowedThread> threads = List.of(
                new FollowedThread(page("3kq7"), null),
                new FollowedThread(page("3kq8"), null),
                new FollowedThread(page("3kq9"), null));

        assertThat(source.follow(threads))
                .isEqualTo(new Followed.Seen(Map.of(
                        page("3kq7"), new ThreadCounts(0, 0, false),
                        page("3kq9"), new ThreadCounts(null, null, true))));
    }

    @Test
    void takesANotFoundPostInTheOtherFormToo() {
        server.nextText(200, "application/json", "{\"posts\":[]}");
        server.nextText(
                200,
                "application/json",
                "{\"thread\":{\"$type\":\"app.bsky.feed.defs#notFoundPost\",\"uri\":\"at://x\",\"notFound\":true}}");

        assertThat(source.follow(List.of(new FollowedThread(page("3kq7"), null))))
                .isEqualTo(new Followed.Seen(Map.of(page("3kq7"), new ThreadCounts(null, null, true))));
    }

    @Test
    void oneThatIsRefusedSpoilsNoOther() {
        server.post("3kq7", "Chisels", EPISODE.toString()).put("replyCount", 4);
        server.nextText(400, "application/json", "{\"error\":\"InvalidRequest\"}");
        server.nextText(400, "application/json", "{\"error\":\"InvalidRequest\"}");

        Followed seen =
                source.follow(List.of(new FollowedThread(page("3kq6"), null), new FollowedThread(page("3kq7"), null)));

        assertThat(seen).isEqualTo(new Followed.Seen(Map.of(page("3kq7"), new ThreadCounts(0, 4, false))));
    }

    @Test
    void namesThoseForWhichThereWasNoRoom() {
        server.post("3kq7", "Chisels", EPISODE.toString()).put("replyCount", 4);
        server.nextText(200, "application/json", "{\"posts\":[]}");
        server.nextStatus(429, "Retry-After", "90");

        Followed seen =
                source.follow(List.of(new FollowedThread(page("3kq6"), null), new FollowedThread(page("3kq7"), null)));

        assertThat(seen)
                .isEqualTo(new Followed.Seen(
                        Map.of(page("3kq7"), new ThreadCounts(0, 4, false)),
                        Map.of(),
                        Map.of(page("3kq6"), Duration.ofSeconds(90))));
    }

    @Test
    void nothingIsLostWhileItIsDown() {
        server.nextStatus(502);

        assertThat(source.follow(List.of(new FollowedThread(page("3kq7"), null))))
                .isInstanceOf(Followed.Later.class);
    }

    @Test
    void searchesWithCredentialsOnly() {
        Bluesky without = new Bluesky(budgets.http(), config(Optional.empty(), Optional.empty()));
        assertThat(without.searches()).isFalse();
        assertThat(without.follows()).isTrue();

        Bluesky half = new Bluesky(budgets.http(), config(Optional.of(BlueskyStandIn.HANDLE), Optional.of("")));
        assertThat(half.complaints())
                .containsExactly(
                        "COMMITCAST_SOURCES_BLUESKY_APP_PASSWORD is missing beside COMMITCAST_SOURCES_BLUESKY_HANDLE");
    }

    private static String page(String key) {
        return "https://bsky.app/profile/" + BlueskyStandIn.AUTHOR + "/post/" + key;
    }

    private Bluesky source(String password) {
        return new Bluesky(budgets.http(), config(Optional.of("@" + BlueskyStandIn.HANDLE), Optional.of(password)));
    }

    private BlueskyConfig config(Optional<String> handle, Optional<String> password) {
        return new BlueskyConfig() {
            @Override
            public Optional<String> handle() {
                return handle;
            }

            @Override
            public Optional<String> appPassword() {
                return password;
            }

            @Override
            public Optional<String> url() {
                return Optional.of(server.url());
            }

            @Override
            public Optional<String> publicUrl() {
                return Optional.of(server.url());
            }
        };
    }
}
