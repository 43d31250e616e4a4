package org.commitcast.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowingConsumer;
import org.commitcast.contentevents.Event;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FeedFlowTest {
    private final Show show = new Show();

    @Inject
    DataSource dataSource;

    @Test
    void servesTheFeedOfAnImportedSite() {
        Topics.send(show.defined(1), show.episode(1).snapshot(), show.imported(2, 1));

        awaitStatus(show.podcastPath(), 200);

        given().get(show.podcastPath())
                .then()
                .contentType("application/rss+xml; charset=utf-8")
                .body(containsString("<title>Tide 1</title>"))
                .body(containsString(
                        "<atom:link href=\"https://commitcast.example" + show.podcastPath() + "\" rel=\"self\""));
        awaitStatus(show.blogPath(), 404);
        given().get(show.blogPath()).then().contentType("application/problem+json");
    }

    @Test
    void namesWhereReadersSubscribeAsTheFeedsOwnAddress() {
        show.readAt("https://harbour.example/podcast.rss");

        Topics.send(show.defined(1), show.episode(1).snapshot(), show.imported(2, 1));

        awaitText(show.podcastPath(), "<atom:link href=\"https://harbour.example/podcast.rss\" rel=\"self\"");
        given().head(show.podcastPath()).then().header("Link", "<https://harbour.example/podcast.rss>; rel=\"self\"");
        awaitTold("podcast", told -> assertThat(told.publicUrl()).isEqualTo("https://harbour.example/podcast.rss"));
    }

    @Test
    void servesTheSameItemsAsAtomAndAsJson() {
        publishEpisodes();
        awaitStatus(show.path("podcast.atom"), 200);
        awaitStatus(show.path("podcast.json"), 200);

        given().get(show.path("podcast.atom"))
                .then()
                .statusCode(200)
                .contentType("application/atom+xml; charset=utf-8")
                .header("ETag", notNullValue())
                .header("Access-Control-Expose-Headers", "ETag, Last-Modified, Link")
                .body("feed.entry.title", contains("Tide 2", "Tide 1"));
        given().get(show.path("podcast.json"))
                .then()
                .statusCode(200)
                .contentType("application/feed+json")
                .body("items.title", contains("Tide 2", "Tide 1"))
                .body("feed_url", equalTo("https://commitcast.example" + show.path("podcast.json")));
        given().options(show.path("podcast.json"))
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Headers", containsString("If-None-Match"));
        given().get(show.path("podcast.xml")).then().statusCode(404);
    }

    @Test
    void choosesItemsByTagAndCollection() {
        show.withFeed(feed("sailing", List.of(), List.of("SAILING"), false))
                .withFeed(feed("voyages", List.of("voyages"), List.of(), true));

        Topics.send(
                show.defined(1),
                show.episode(1).tagged("Sailing", "wind\u0000").snapshot(),
                show.episode(2).in("voyages").snapshot(),
                show.post(3).tagged("sailing").in("notes").snapshot(),
                show.imported(2, 3));

        awaitStatus(show.path("sailing.json"), 200);
        awaitStatus(show.path("voyages.json"), 200);
        awaitStatus(show.path("voyages.rss"), 200);
        awaitStatus(show.podcastPath(), 200);
        given().get(show.path("sailing.json")).then().body("items.title", contains("Tide 3", "Tide 1"));
        given().get(show.path("voyages.json"))
                .then()
                .body("items.title", contains("Tide 2"))
                .body("items[0].content_html", equalTo("<p>On tides.</p>"));
        given().get(show.path("voyages.rss")).then().body(not(containsString("at length")));
        given().get(show.podcastPath()).then().body(containsString("at length"));

        Topics.send(show.post(3).tagged("calm").revision(2, 4).snapshot());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> given().get(show.path("sailing.json")).then().body("items.title", contains("Tide 1")));
    }

    @Test
    void goesOnServingAFeedOfATagThatNoItemHasAnyMore() {
        show.withFeed(feed("calm", List.of(), List.of("calm"), false));
        Topics.send(show.defined(1), show.episode(1).tagged("calm").snapshot(), show.imported(2, 1));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> given().get(show.path("calm.json")).then().body("items.title", contains("Tide 1")));

        Topics.send(show.episode(1).revision(2, 2).snapshot());

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get(show.path("calm.json"))
                .then()
                .statusCode(200)
                .body("items", empty()));
        awaitStatus(show.path("calm.rss"), 200);
    }

    @Test
    void servesAFeedThatItsOwnerAskedForBeforeItHasAnItem() {
        show.withFeed(feed("calm", List.of(), List.of("calm"), false));

        Topics.send(show.defined(1), show.episode(1).snapshot(), show.imported(2, 1));

        awaitStatus(show.path("calm.rss"), 200);
        awaitStatus(show.path("calm.atom"), 200);
        awaitStatus(show.path("calm.json"), 200);
        awaitStatus(show.blogPath(), 404);
    }

    @Test
    void answersThatAClosedFeedIsGoneInEveryFormat() {
        show.withFeed(feed("sailing", List.of(), List.of(), false));
        Topics.send(show.defined(1), show.episode(1).snapshot(), show.imported(2, 1));
        awaitStatus(show.path("sailing.atom"), 200);

        FeedDefinition open = feed("sailing", List.of(), List.of(), false);
        show.withFeed(new FeedDefinition(
                open.name(),
                open.kinds(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                false,
                null,
                null,
                true));
        Topics.send(show.imported(3, 1));

        awaitStatus(show.path("sailing.rss"), 410);
        awaitStatus(show.path("sailing.atom"), 410);
        awaitStatus(show.path("sailing.json"), 410);
        awaitStatus(show.podcastPath(), 200);
    }

    private static FeedDefinition feed(String name, List<String> collections, List<String> tags, boolean summaryOnly) {
        return new FeedDefinition(
                name,
                List.of(Kind.EPISODE, Kind.POST),
                null,
                null,
                null,
                collections,
                tags,
                null,
                null,
                summaryOnly,
                null,
                null,
                false);
    }

    @Test
    void listsTheNewestEpisodesUpToItsLimit() {
        show.limitedTo(3);

        Topics.send(
                show.defined(1),
                show.episode(4).dated(7).snapshot(),
                show.episode(1).dated(9).snapshot(),
                show.episode(2).dated(5).snapshot(),
                show.episode(3).dated(7).snapshot(),
                show.imported(2, 4));

        awaitText(show.podcastPath(), "Tide 3");
        assertThat(XmlPath.from(given().get(show.podcastPath()).asString()).getList("rss.channel.item.title"))
                .containsExactly("Tide 1", "Tide 3", "Tide 4");
    }

    @Test
    void wasModifiedWhenAnythingThatItDependsOnWas() {
        Topics.send(show.defined(1), show.episode(1).snapshot(), show.imported(2, 1));
        awaitModified("Tue, 04 Mar 2025 13:00:01 GMT");

        Topics.send(show.post(2).snapshot());
        awaitTold("podcast", told -> assertThat(told.through()).isEqualTo(2));
        awaitModified("Tue, 04 Mar 2025 13:00:01 GMT");

        Topics.send(show.episode(1).revision(2, 3).withdrawn().snapshot());
        awaitModified("Tue, 04 Mar 2025 13:00:03 GMT");
        Topics.send(show.discussed(1, 1, "https://reddit.example/1"));
        awaitModified("Tue, 04 Mar 2025 14:00:01 GMT");
    }

    @Test
    void answers503UntilTheBaselineIsComplete() {
        Topics.send(show.defined(1), show.episode(1).inBatch(0, 2).snapshot());
        awaitStatus(show.podcastPath(), 503);
        given().get(show.podcastPath()).then().header("Retry-After", notNullValue());

        Topics.send(show.imported(2, 2));
        Topics.send(show.episode(2).inBatch(1, 2).snapshot());

        awaitText(show.podcastPath(), "Tide 2");
    }

    @Test
    void servesItemsThatCameBeforeTheirSite() {
        Topics.send(show.episode(1).snapshot(), show.discussed(1, 1, "https://reddit.example/early"));
        Topics.send(show.imported(1, 1));

        awaitText(show.podcastPath(), "<comments>https://reddit.example/early</comments>");
    }

    @Test
    void changesAtTheEndOfABatchOnly() {
        publishEpisodes();
        Topics.send(
                show.episode(1).revision(2, 3).titled("Moved 1").inBatch(0, 2).snapshot(),
                show.discussed(1, 1, "https://reddit.example/in-between"));
        awaitTaken();
        given().get(show.podcastPath())
                .then()
                .body(not(containsString("Moved 1")))
                .body(not(containsString("in-between")));

        Topics.send(
                show.episode(2).revision(2, 4).titled("Moved 2").inBatch(1, 2).snapshot());

        awaitText(show.podcastPath(), "Moved 2");
        given().get(show.podcastPath()).then().body(containsString("Moved 1"));
        awaitTold("podcast", told -> assertThat(told.changed())
                .containsExactlyInAnyOrder(show.site + "-1", show.site + "-2"));
    }

    @Test
    void tellsHowFarEachFeedHasCome() {
        publishEpisodes();
        awaitTold("podcast", told -> assertThat(told.through()).isEqualTo(2));
        FeedState before = lastTold("podcast");
        assertThat(before.added()).containsExactlyInAnyOrder(show.site + "-1", show.site + "-2");
        assertThat(before.etag()).isNotNull();

        Topics.send(show.post(3).snapshot());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lastTold("podcast").through()).isEqualTo(3));
        FeedState after = lastTold("podcast");
        assertThat(after.etag()).isEqualTo(before.etag());
        assertThat(after.revision()).isEqualTo(before.revision() + 1);
        assertThat(after.added()).isEmpty();
        awaitTold("blog", told -> assertThat(told.added()).containsExactly(show.site + "-3"));
    }

    @Test
    void makesAFeedFarLessOftenThanABurstHasPushes() {
        int pushes = 400;
        publishEpisodes();

        Topics.send(IntStream.rangeClosed(3, 2 + pushes)
                .mapToObj(number -> show.episode(number).snapshot())
                .toArray(Event[]::new));

        awaitTold("podcast", told -> assertThat(told.through()).isEqualTo(2 + pushes));
        assertThat(Topics.feedStates(show.site).stream()
                        .filter(state -> state.feed().equals("podcast")))
                .hasSizeLessThan(pushes / 4);
    }

    @Test
    void servesMoreItemsThanItTellsOfOneByOne() {
        int items = FeedState.MOST_LISTED + 100;
        Topics.send(show.defined(1));
        Topics.send(IntStream.rangeClosed(1, items)
                .mapToObj(number -> show.episode(number).snapshot())
                .toArray(Event[]::new));
        Topics.send(show.imported(2, items));

        awaitText(show.podcastPath(), "Tide " + items + "<");
        assertThat(given().get(show.podcastPath()).asString().split("<item>", -1))
                .hasSize(items + 1);
        awaitTold("podcast", told -> {
            assertThat(told.items()).isEqualTo(items);
            assertThat(told.added()).hasSize(FeedState.MOST_LISTED);
        });
    }

    @Test
    void keepsAFeedThatLostItsLastItem() {
        Topics.send(show.defined(1), show.episode(1).snapshot(), show.imported(2, 1));
        awaitText(show.podcastPath(), "Tide 1");

        Topics.send(show.episode(1).revision(2, 2).withdrawn().snapshot());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        given().get(show.podcastPath()).then().statusCode(200).body(not(containsString("Tide 1"))));
        awaitTold("podcast", told -> assertThat(told.removed()).containsExactly(show.site + "-1"));
    }

    @Test
    void leavesOutWhatCannotBeRenderedAndNamesIt() {
        Topics.send(show.defined(1), show.episode(1).snapshot(), show.imported(2, 1));
        Topics.send(show.episode(2).guid("\u0001").snapshot());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lastTold("podcast").failed())
                        .containsExactly(new FeedState.Failure(show.site + "-2", "has no guid")));
        awaitText(show.podcastPath(), "Tide 1");
    }

    @Test
    void namesTheNewestOfVeryManyThatCannotBeRendered() throws SQLException {
        publishEpisodes();
        execute("insert into entry (site, incarnation, content_id, revision, sequence, batch_ends, published,"
                + " kind, date, occurred_at, snapshot, renderer, rendered_for, failure) select site, incarnation, number, 1, number,"
                + " true, true, kind, date, occurred_at, snapshot, renderer, rendered_for, 'has no guid' from entry,"
                + " generate_series(1001, 2001) as number where sequence = 1 and site = '" + show.site
                + "'");

        Topics.send(show.episode(3000).snapshot());

        awaitText(show.podcastPath(), "Tide 3000");
        awaitTold("podcast", told -> assertThat(told.failed())
                .extracting(FeedState.Failure::contentId)
                .hasSize(FeedState.MOST_LISTED)
                .contains("2001")
                .doesNotContain("1001"));
    }

    @Test
    void changesWithTheDefinition() {
        publishEpisodes();

        Topics.send(show.titled("Harbour Nights").imported(3, 2));

        awaitText(show.podcastPath(), "<title>Harbour Nights</title>");
    }

    @Test
    void ignoresRecordsOfAnotherLifeOfTheSite() {
        publishEpisodes();
        show.incarnation = "life-0";
        Topics.send(show.episode(3).titled("Ghost").snapshot());
        show.incarnation = "life-1";
        Topics.send(show.episode(4).revision(1, 3).snapshot());

        awaitText(show.podcastPath(), "Tide 4");

        given().get(show.podcastPath()).then().body(not(containsString("Ghost")));
    }

    @Test
    void says410ForARemovedSiteAndServesItsNextLife() {
        publishEpisodes();
        Topics.send(show.removed(3));
        awaitStatus(show.podcastPath(), 410);

        show.incarnation = "life-2";
        Topics.send(show.defined(4));
        awaitStatus(show.podcastPath(), 503);
        Topics.send(show.episode(9).revision(1, 1).snapshot(), show.imported(5, 1));

        awaitText(show.podcastPath(), "Tide 9");
        given().get(show.podcastPath()).then().body(not(containsString("Tide 1<")));
    }

    @Test
    void servesTheNextLifeOfASiteThoughTheClockWasSetBack() {
        publishEpisodes();
        Topics.send(show.removed(3));
        awaitStatus(show.podcastPath(), 410);

        show.setBackTheClock(Duration.ofHours(1)).incarnation = "life-2";
        Topics.send(show.defined(4), show.episode(9).revision(1, 1).snapshot(), show.imported(5, 1));

        awaitText(show.podcastPath(), "Tide 9");
    }

    @Test
    void servesWhatIsNewerThoughTheDatabaseCountsFromTheBeginningAgain() throws SQLException {
        publishEpisodes();
        execute("update feed_document set version = 1 where site = '" + show.site + "'");
        execute("select setval('feed_document_version', 1)");

        Topics.send(show.titled("Harbour Nights").imported(3, 2));

        awaitText(show.podcastPath(), "<title>Harbour Nights</title>");
        execute("select setval('feed_document_version', max(version)) from feed_document");
    }

    @Test
    void changesNothingWhenRecordsAreDeliveredAgain() {
        List<Event> records = List.of(
                show.defined(1),
                show.episode(1).snapshot(),
                show.imported(2, 2),
                show.episode(2).snapshot(),
                show.discussed(1, 1, "https://reddit.example/1"),
                show.transcript("t" + show.site, 1));
        records.forEach(Topics::send);
        awaitText(show.podcastPath(), "reddit.example");
        String etag = given().get(show.podcastPath()).header("ETag").replace("-gzip", "");
        awaitTold("podcast", last -> assertThat(last.etag()).isEqualTo(etag));
        awaitTold("blog", last -> assertThat(last.through()).isEqualTo(2));
        int told = Topics.feedStates(show.site).size();
        String body = given().get(show.podcastPath()).asString();

        records.forEach(Topics::send);
        awaitTaken();

        assertThat(given().get(show.podcastPath()).asString()).isEqualTo(body);
        assertThat(Topics.feedStates(show.site)).hasSize(told);
    }

    @Test
    void putsUnknownTypesAsideAndGoesOn() {
        for (Topic topic : List.of(Topic.SITES, Topic.CONTENT, Topic.TRANSCRIPTS, Topic.DISCUSSIONS)) {
            Topics.sendUnknown(topic, show.site);
        }
        publishEpisodes();

        for (Topic topic : List.of(Topic.SITES, Topic.CONTENT, Topic.TRANSCRIPTS, Topic.DISCUSSIONS)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(Topics.records(topic.deadLetterName(), show.site))
                            .anyMatch(letter -> show.site.equals(letter.key())));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void publishEpisodes() {
        Topics.send(show.defined(1), show.episode(1).snapshot());
        Topics.send(show.episode(2).snapshot(), show.imported(2, 2));
        awaitText(show.podcastPath(), "Tide 2");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !Topics.feedStates(show.site).isEmpty());
    }

    private FeedState lastTold(String feed) {
        return Topics.feedStates(show.site).stream()
                .filter(state -> state.feed().equals(feed))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("nothing was told of " + feed));
    }

    /** What readers can have already is told a little later. */
    private void awaitTold(String feed, ThrowingConsumer<FeedState> what) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lastTold(feed)).satisfies(what));
    }

    /** Sends another site's records on the same partitions: when they are served, all before them was taken in. */
    private void awaitTaken() {
        Show marker = Show.onPartitionOf(show.site);
        Topics.send(marker.discussed(1, 1, "https://reddit.example/marker"));
        Topics.send(marker.episode(1).snapshot());
        Topics.send(marker.imported(1, 1));
        awaitText(marker.podcastPath(), "https://reddit.example/marker");
    }

    private static void awaitText(String path, String text) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get(path).then().statusCode(200).body(containsString(text)));
    }

    private void awaitModified(String date) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        given().get(show.podcastPath()).then().statusCode(200).header("Last-Modified", date));
    }

    private static void awaitStatus(String path, int status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get(path).then().statusCode(status));
    }
}
