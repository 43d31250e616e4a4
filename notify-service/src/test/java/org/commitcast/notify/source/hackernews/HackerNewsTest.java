package org.commitcast.notify.source.hackernews;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.notify.HackerNewsStandIn;
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
import org.junit.jupiter.params.provider.ValueSource;

class HackerNewsTest {
    private static final URI EPISODE = URI.create("https://turning.example/episodes/chisels/?a=b&c=d");
    private static final String THREAD = "https://news.ycombinator.com/item?id=4711";

    private final HackerNewsStandIn server = new HackerNewsStandIn();
    private final LooseBudgets budgets = new LooseBudgets();
    private final HackerNews source = new HackerNews(budgets.http(), at(server.url()));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsStoriesAndLeavesItToOthersWhichOfThemAreMeant() {
        server.post(4711, "Sharp chisels", EPISODE.toString()).put("score", 41).put("descendants", 7);
        server.post(4712, "Another article", EPISODE + "&page=2");

        assertThat(source.search(EPISODE))
                .isInstanceOfSatisfying(Searched.Found.class, found -> assertThat(found.threads())
                        .contains(new FoundThread(
                                THREAD,
                                "4711",
                                EPISODE.toString(),
                                "Sharp chisels",
                                "somebody",
                                Instant.ofEpochSecond(1_772_433_000),
                                new ThreadCounts(41, 7, false)))
                        .extracting(FoundThread::about)
                        .contains(EPISODE + "&page=2"));
        assertThat(budgets.taken).containsExactly("hackernews/search");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://turning.example/episodes/chisels",
                "http://turning.example/episodes/chisels/",
                "https://www.turning.example/episodes/chisels.html",
                "https://turning.example/episodes/chisels/index.html",
                "https://turning.example/episodes/chisels/?utm_source=newsletter#comments",
                "https://counts.example/e/turning.example/episodes/chisels/",
                "https://TURNING.example/Episodes/Chisels"
            })
    void findsAnAddressInWhateverSpellingSomebodyPostedIt(String posted) {
        server.post(4711, "Sharp chisels", posted);

        for (String asked : List.of(
                "https://turning.example/episodes/chisels/",
                "https://www.turning.example/episodes/chisels.html",
                "http://turning.example/episodes/chisels?utm_source=feed")) {
            assertThat(found(asked)).as(asked).containsExactly("4711");
        }
    }

    @Test
    void doesNotLoseAStoryAmongOthersThatMorePeopleVotedFor() {
        server.post(4711, "Number 4", "https://turning.example/2024/4/");
        for (int i = 0; i < 150; i++) {
            server.post(5000 + i, "Number 4" + i, "https://turning.example/2024/4" + i + "/")
                    .put("score", 100);
            server.post(6000 + i, "Of 2023", "https://turning.example/2023/4/" + i)
                    .put("score", 100);
        }

        assertThat(found("https://turning.example/2024/4/")).containsExactly("4711");
    }

    @Test
    void tellsPagesApartByTheirParameters() {
        server.post(4711, "Seven", "http://turning.example/?page=x&p=7");
        server.post(4712, "Eight", "http://turning.example/?p=8");

        assertThat(found("https://www.turning.example/?p=7&utm_medium=feed")).containsExactly("4711");
        assertThat(found("https://turning.example/?p=-8")).containsExactly("4712");
    }

    @Test
    void findsAddressesThatAreTooLongToBeAskedForAltogether() {
        String url = "https://turning.example/" + "deep-and-deeper/".repeat(60);
        server.post(4711, "Far down", url);

        assertThat(found(url)).containsExactly("4711");
    }

    private List<String> found(String address) {
        List<String> found = new ArrayList<>();
        assertThat(source.search(URI.create(address)))
                .isInstanceOfSatisfying(Searched.Found.class, answer -> answer.threads()
                        .forEach(thread -> found.add(thread.remoteId())));
        return found;
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(source.search(EPISODE)).isEqualTo(new Searched.Found(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "{\"hits\":null}", "<html>"})
    void takesAnAnswerInAnotherFormForNone(String body) {
        server.nextText(200, "application/json", body);

        assertThat(source.search(EPISODE)).isInstanceOf(Searched.Later.class);
    }

    @Test
    void passesOverHitsThatLackWhatTellsThemApart() {
        server.nextText(200, "application/json", "{\"hits\":[{},null,{\"objectID\":\"../x\"},{\"objectID\":\"8\"}]}");

        assertThat(source.search(EPISODE))
                .isInstanceOfSatisfying(Searched.Found.class, found -> assertThat(found.threads())
                        .extracting(FoundThread::remoteId)
                        .containsExactly("8"));
    }

    @Test
    void followsStoriesByIdOrAddressAlsoWhenTheirCountsFall() {
        ObjectNode story = server.post(4711, "Sharp chisels", EPISODE.toString());
        story.put("score", 41).put("descendants", 7);
        assertThat(follow("4711")).isEqualTo(counts(new ThreadCounts(41, 7, false)));

        story.put("score", 39).put("descendants", 5);
        assertThat(follow(null)).isEqualTo(counts(new ThreadCounts(39, 5, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted", "dead"})
    void seesThatAStoryIsOver(String how) {
        server.post(4711, "Sharp chisels", EPISODE.toString()).put(how, true);

        assertThat(follow("4711")).isEqualTo(counts(new ThreadCounts(1, 0, true)));
    }

    @Test
    void storyThatFirebaseDoesNotKnowIsNotOver() {
        assertThat(follow("4711")).isEqualTo(new Followed.Seen(Map.of()));
    }

    @Test
    void asksNothingAboutAnAddressThatIsNoStory() {
        FollowedThread other = new FollowedThread("https://news.ycombinator.com/user?id=somebody", null);

        assertThat(source.follow(List.of(other))).isEqualTo(new Followed.Seen(Map.of()));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void nothingIsLostWhileItIsDown() {
        server.nextStatus(503);
        server.nextStatus(500);

        assertThat(source.search(EPISODE)).isInstanceOf(Searched.Later.class);
        assertThat(follow("4711")).isInstanceOf(Followed.Later.class);
    }

    @Test
    void complainsOfAddressesByTheNameOfTheirSetting() {
        assertThat(source.complaints()).isEmpty();
        assertThat(new HackerNews(budgets.http(), at("algolia")).complaints())
                .containsExactly(
                        "COMMITCAST_SOURCES_HACKERNEWS_SEARCH_URL must be an address such as https://host.example",
                        "COMMITCAST_SOURCES_HACKERNEWS_ITEMS_URL must be an address such as https://host.example");
    }

    private Followed follow(@Nullable String remoteId) {
        return source.follow(List.of(new FollowedThread(THREAD, remoteId)));
    }

    private static Followed counts(ThreadCounts counts) {
        return new Followed.Seen(Map.of(THREAD, counts));
    }

    private static HackerNewsConfig at(String url) {
        return new HackerNewsConfig() {
            @Override
            public Optional<String> searchUrl() {
                return Optional.of(url);
            }

            @Override
            public Optional<String> itemsUrl() {
                return Optional.of(url + "/");
            }
        };
    }
}
