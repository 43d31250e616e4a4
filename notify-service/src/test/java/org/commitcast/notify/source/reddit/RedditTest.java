package org.commitcast.notify.source.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.notify.RedditStandIn;
import org.commitcast.notify.source.Followed;
import org.commitcast.notify.source.FollowedThread;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.LooseBudgets;
import org.commitcast.notify.source.Searched;
import org.commitcast.notify.source.ThreadCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedditTest {
    private static final URI EPISODE = URI.create("https://turning.example/episodes/chisels/?a=b&c=d");
    private static final String THREAD = "https://www.reddit.com/r/turning/comments/abc1/a_title/";

    private final RedditStandIn server = new RedditStandIn();
    private final LooseBudgets budgets = new LooseBudgets();
    private final Reddit source = source(RedditStandIn.SECRET);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsLinksWithATokenOfItsOwn() {
        server.post("abc1", "Sharp chisels & more", EPISODE.toString())
                .put("score", 12)
                .put("num_comments", 3);

        assertThat(source.search(EPISODE))
                .isEqualTo(new Searched.Found(List.of(new FoundThread(
                        THREAD,
                        "abc1",
                        EPISODE.toString(),
                        "Sharp chisels & more",
                        "somebody",
                        Instant.ofEpochSecond(1_772_433_000),
                        new ThreadCounts(12, 3, false)))));
        assertThat(budgets.taken).as("the token's call is counted").hasSize(2);
    }

    @Test
    void keepsItsTokenAndRenewsItOnceWhereItIsRefused() {
        source.search(EPISODE);
        source.search(EPISODE);
        assertThat(server.tokensGiven()).isEqualTo(1);

        server.expireTokens();
        assertThat(source.search(EPISODE)).isInstanceOf(Searched.Found.class);
        assertThat(server.tokensGiven()).isEqualTo(2);
        assertThat(budgets.pauses).isEmpty();
    }

    @Test
    void givesUpForAWhileWhereANewTokenIsRefusedToo() {
        source.search(EPISODE);
        server.nextStatus(401);
        server.next(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            byte[] token = "{\"access_token\":\"never-valid\",\"expires_in\":86400}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, token.length);
            exchange.getResponseBody().write(token);
            exchange.close();
        });

        assertThat(source.search(EPISODE)).isInstanceOf(Searched.Later.class);
        assertThat(budgets.pauses).hasSize(1);
    }

    @Test
    void saysNothingOfItsSecretWhereItIsWrong() {
        assertThat(source("wr0ng").search(EPISODE))
                .isInstanceOfSatisfying(Searched.Later.class, later -> assertThat(later.reason())
                        .isEqualTo("127.0.0.1 answered 401"));
        assertThat(budgets.pauses).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "<html>",
                "{\"error\":403,\"message\":\"Forbidden\"}",
                "{\"json\":{\"errors\":[[\"RATELIMIT\",\"try again in 9 minutes\",\"ratelimit\"]]}}"
            })
    void takesAnAnswerInAnotherFormForNone(String body) {
        source.search(EPISODE);
        server.nextText(200, "application/json", body);

        assertThat(source.search(EPISODE)).isInstanceOf(Searched.Later.class);
    }

    @Test
    void textPostIsAboutNothingElse() {
        server.post("abc1", "Chisels", EPISODE.toString()).put("is_self", true);

        assertThat(source.search(EPISODE))
                .isInstanceOfSatisfying(Searched.Found.class, found -> assertThat(found.threads())
                        .extracting(FoundThread::about)
                        .containsOnlyNulls());
    }

    @Test
    void followsManyInOneCallHoweverTheyAreAddressed() {
        server.post("abc1", "Chisels", EPISODE.toString()).put("num_comments", 3);
        server.post("abc2", "Chisels", EPISODE.toString()).put("num_comments", 2);
        server.post("abc3", "Chisels", EPISODE.toString()).put("num_comments", 1);
        List<FollowedThread> threads = List.of(
                thread(THREAD, null),
                thread("https://redd.it/abc2", null),
                thread("https://reddit.example/x", "t3_abc3"),
                thread("https://old.reddit.com/r/turning/comments/gone/", null),
                thread("https://www.reddit.com/r/turning/", null));

        assertThat(source.follow(threads))
                .isEqualTo(new Followed.Seen(Map.of(
                        THREAD,
                        new ThreadCounts(1, 3, false),
                        "https://redd.it/abc2",
                        new ThreadCounts(1, 2, false),
                        "https://reddit.example/x",
                        new ThreadCounts(1, 1, false))));
        assertThat(server.asked())
                .filteredOn(path -> path.startsWith("/api/info"))
                .hasSize(1);
    }

    @Test
    void linkThatIsRemovedIsNotFound() {
        server.post("abc1", "Chisels", EPISODE.toString()).put("removed_by_category", "automod_filtered");

        assertThat(source.search(EPISODE)).isEqualTo(new Searched.Found(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"removed_by_category, moderator", "removed_by_category, deleted", "archived, true", "locked, true"})
    void linkThatNobodyCanAnswerIsOver(String field, String value) {
        if (value.equals("true")) {
            server.post("abc1", "Chisels", EPISODE.toString()).put(field, true);
        } else {
            server.post("abc1", "Chisels", EPISODE.toString()).put(field, value);
        }

        assertThat(source.follow(List.of(thread(THREAD, null))))
                .isEqualTo(new Followed.Seen(Map.of(THREAD, new ThreadCounts(1, 0, true))));
    }

    @Test
    void isOffWithoutCredentialsAndComplainsOfHalfOfThem() {
        Reddit without = new Reddit(budgets.http(), config(Optional.empty(), Optional.empty(), Optional.of("")));
        assertThat(without.searches()).isFalse();
        assertThat(without.follows()).isFalse();
        assertThat(without.complaints()).isEmpty();

        Reddit half = new Reddit(budgets.http(), config(Optional.of("a"), Optional.of("s3cret"), Optional.empty()));
        assertThat(half.complaints())
                .containsExactly(
                        "COMMITCAST_SOURCES_REDDIT_USER is missing beside COMMITCAST_SOURCES_REDDIT_CLIENT_ID");
        assertThat(half.toString()).doesNotContain("s3cret");
    }

    private static FollowedThread thread(String url, @Nullable String id) {
        return new FollowedThread(url, id);
    }

    private Reddit source(String secret) {
        return new Reddit(
                budgets.http(), config(Optional.of(RedditStandIn.CLIENT), Optional.of(secret), Optional.of("u/owner")));
    }

    private RedditConfig config(Optional<String> id, Optional<String> secret, Optional<String> user) {
        return new RedditConfig() {
            @Override
            public Optional<String> clientId() {
                return id;
            }

            @Override
            public Optional<String> clientSecret() {
                return secret;
            }

            @Override
            public Optional<String> user() {
                return user;
            }

            @Override
            public Optional<String> url() {
                return Optional.of(server.url());
            }

            @Override
            public Optional<String> loginUrl() {
                return Optional.of(server.url());
            }
        };
    }
}
