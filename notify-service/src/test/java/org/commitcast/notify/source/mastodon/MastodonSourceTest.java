package org.commitcast.notify.source.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.notify.MastodonSearchStandIn;
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

class MastodonSourceTest {
    private static final URI EPISODE = URI.create("https://turning.example/episodes/chisels/");
    private static final String CONTENT =
            """
            <p><a class="u-url mention" href="https://m.example/@them">@them</a> listen to \
            <a href="https://turning.example/">this</a>: <a href="%s">chisels</a></p>"""
                    .formatted(EPISODE);

    private final MastodonSearchStandIn home = new MastodonSearchStandIn();
    private final MastodonSearchStandIn elsewhere = new MastodonSearchStandIn();
    private final LooseBudgets budgets = new LooseBudgets();
    private final MastodonSource source = source(MastodonSearchStandIn.TOKEN);

    @AfterEach
    void stop() {
        home.close();
        elsewhere.close();
    }

    @Test
    void findsStatusesWithTheLinkThatWasSearchedFor() {
        home.post("101", CONTENT).put("favourites_count", 12).put("replies_count", 3);

        assertThat(source.search(EPISODE))
                .isEqualTo(new Searched.Found(List.of(new FoundThread(
                        home.url() + "/@somebody/101",
                        "101",
                        EPISODE.toString(),
                        "@them listen to this: chisels",
                        "somebody",
                        Instant.parse("2026-03-02T06:30:00Z"),
                        new ThreadCounts(12, 3, false)))));
    }

    @Test
    void findsWhatOtherKindsOfServersPostUnderTheAddressOfItsCopy() {
        home.post("101", CONTENT)
                .put("url", "https://other.example/objects/5f1c")
                .withObject("account")
                .put("acct", "them@other.example");

        assertThat(source.search(EPISODE))
                .isInstanceOfSatisfying(Searched.Found.class, found -> assertThat(found.threads())
                        .extracting(FoundThread::url)
                        .containsExactly(home.url() + "/@them@other.example/101"));
    }

    @Test
    void saysByWhichIdAllServersKnowACopy() {
        String id = "https://other.example/objects/5f1c";
        home.post("101", CONTENT)
                .put("url", id)
                .put("uri", id)
                .withObject("account")
                .put("acct", "them@other.example");

        assertThat(source.search(EPISODE))
                .isInstanceOfSatisfying(Searched.Found.class, found -> assertThat(found.threads())
                        .extracting(FoundThread::sameAs)
                        .containsExactly(id));
        assertThat(follow(status(home, 101)))
                .isEqualTo(new Followed.Seen(
                        Map.of(status(home, 101), new ThreadCounts(0, 0, false)), Map.of(status(home, 101), id)));
    }

    @Test
    void findsNothingThatNotEverybodyMaySee() {
        home.post("101", CONTENT).put("visibility", "private");
        home.post("102", CONTENT).put("visibility", "direct");

        assertThat(source.search(EPISODE)).isEqualTo(new Searched.Found(List.of()));
    }

    @Test
    void leavesTheServerAloneThatRefusesItsToken() {
        assertThat(source("0ther").search(EPISODE))
                .isInstanceOfSatisfying(Searched.Later.class, later -> assertThat(later.reason())
                        .doesNotContain("0ther"));
        assertThat(budgets.pauses).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "<html>", "{\"error\":\"Too many requests\"}"})
    void takesAnAnswerInAnotherFormForNone(String body) {
        home.nextText(200, "application/json", body);

        assertThat(source.search(EPISODE)).isInstanceOf(Searched.Later.class);
    }

    @Test
    void followsThoseOfAServerAtOnceAndEachServerByItself() {
        home.post("101", CONTENT).put("replies_count", 1);
        home.post("102", CONTENT).put("replies_count", 2);
        elsewhere.post("103", CONTENT).put("replies_count", 3);

        assertThat(follow(status(home, 101), status(home, 102), status(elsewhere, 103)))
                .isEqualTo(new Followed.Seen(Map.of(
                        status(home, 101), new ThreadCounts(0, 1, false),
                        status(home, 102), new ThreadCounts(0, 2, false),
                        status(elsewhere, 103), new ThreadCounts(0, 3, false))));
        assertThat(home.asked()).hasSize(1);
        assertThat(elsewhere.asked()).hasSize(1);
    }

    @Test
    void statusThatIsDeletedOrHiddenIsOver() {
        home.post("101", CONTENT);
        home.post("102", CONTENT).put("visibility", "private");

        assertThat(follow(status(home, 101), status(home, 102), status(home, 103)))
                .isEqualTo(new Followed.Seen(Map.of(
                        status(home, 101), new ThreadCounts(0, 0, false),
                        status(home, 102), new ThreadCounts(null, null, true),
                        status(home, 103), new ThreadCounts(null, null, true))));
    }

    @Test
    void asksServersOneByOneThatAreOlder() {
        home.isOld();
        home.post("101", CONTENT);
        home.post("102", CONTENT);
        Followed seen = new Followed.Seen(Map.of(
                status(home, 101), new ThreadCounts(0, 0, false), status(home, 102), new ThreadCounts(0, 0, false)));

        assertThat(follow(status(home, 101), status(home, 102))).isEqualTo(seen);
        assertThat(follow(status(home, 101), status(home, 102))).isEqualTo(seen);
        assertThat(home.asked()).filteredOn(path -> path.contains("?")).hasSize(1);
    }

    @Test
    void serverThatIsDownKeepsNothingFromTheOthers() {
        home.nextStatus(503);
        elsewhere.post("103", CONTENT);

        assertThat(follow(status(home, 101), status(elsewhere, 103)))
                .isEqualTo(new Followed.Seen(
                        Map.of(status(elsewhere, 103), new ThreadCounts(0, 0, false)),
                        Map.of(),
                        Map.of(status(home, 101), Duration.ofSeconds(5))));
        home.nextStatus(503);
        assertThat(follow(status(home, 101))).isInstanceOf(Followed.Later.class);
    }

    @Test
    void namesThoseForWhichThereWasNoRoom() {
        home.isOld();
        home.post("101", CONTENT);
        home.post("102", CONTENT);
        follow(status(home, 101), status(home, 102));
        home.nextText(200, "application/json", home.post("101", CONTENT).toString());
        home.nextStatus(429, "Retry-After", "90");

        assertThat(follow(status(home, 101), status(home, 102)))
                .isEqualTo(new Followed.Seen(
                        Map.of(status(home, 101), new ThreadCounts(0, 0, false)),
                        Map.of(),
                        Map.of(status(home, 102), Duration.ofSeconds(90))));
    }

    @Test
    void asksOneByOneWhatIsRefusedTogether() {
        home.post("101", CONTENT);
        home.post("102", CONTENT);
        home.nextStatus(422);

        assertThat(follow(status(home, 101), status(home, 102)))
                .isEqualTo(new Followed.Seen(Map.of(
                        status(home, 101), new ThreadCounts(0, 0, false),
                        status(home, 102), new ThreadCounts(0, 0, false))));
    }

    @Test
    void asksServersOneByOneThatKnowOfSeveralNoMoreThanAPage() {
        home.post("101", CONTENT);
        home.post("102", CONTENT);
        home.nextText(404, "text/html", "<html><title>Nothing here</title></html>");

        assertThat(follow(status(home, 101), status(home, 102)))
                .isEqualTo(new Followed.Seen(Map.of(
                        status(home, 101), new ThreadCounts(0, 0, false),
                        status(home, 102), new ThreadCounts(0, 0, false))));
        assertThat(budgets.pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://m.example/@them/123",
                "https://m.example/@them@other.example/123",
                "https://m.example/users/them/statuses/123",
                "https://m.example/notice/123",
                "https://m.example:8443/@them/123?x=y"
            })
    void readsAddressesOfStatuses(String url) {
        assertThat(StatusAddress.of(url)).map(StatusAddress::id).contains("123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://m.example/@them", "https://m.example/@them/media", "https://u@m.example/@them/1"})
    void asksNothingAboutAnAddressThatIsNoStatus(String url) {
        assertThat(follow(url)).isEqualTo(new Followed.Seen(Map.of()));
    }

    @Test
    void searchesWithServerAndTokenOnly() {
        MastodonSource without = new MastodonSource(budgets.http(), config(Optional.empty(), Optional.empty()));
        assertThat(without.searches()).isFalse();
        assertThat(without.follows()).isTrue();

        MastodonSource half = new MastodonSource(budgets.http(), config(Optional.empty(), Optional.of("t")));
        assertThat(half.complaints())
                .containsExactly("COMMITCAST_SOURCES_MASTODON_URL is missing beside COMMITCAST_SOURCES_MASTODON_TOKEN");
    }

    private Followed follow(String... urls) {
        return source.follow(
                List.of(urls).stream().map(url -> new FollowedThread(url, null)).toList());
    }

    private static String status(MastodonSearchStandIn server, int id) {
        return server.url() + "/@somebody/" + id;
    }

    private MastodonSource source(String token) {
        return new MastodonSource(budgets.http(), config(Optional.of(home.url()), Optional.of(token)));
    }

    private static MastodonSourceConfig config(Optional<String> url, Optional<String> token) {
        return new MastodonSourceConfig() {
            @Override
            public Optional<String> url() {
                return url;
            }

            @Override
            public Optional<String> token() {
                return token;
            }
        };
    }
}
