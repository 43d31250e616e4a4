package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.notify.backfill.BackfillUpkeep;
import org.commitcast.notify.follow.FollowTurns;
import org.commitcast.notify.search.SearchTurns;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Discussions that nobody told of. */
@QuarkusTest
class FoundDiscussionsTest implements NotifyFlow {
    private static final String BEGUN =
            """
            insert into item_search (id, content_id, site, source, rounds, done, addresses, pause, next_at)
            select content_id || '/hackernews', content_id, site, 'hackernews', 0, 0, 0, 300, now()
            from item where content_id = ?""";

    @Inject
    DataSource dataSource;

    @Inject
    BackfillUpkeep upkeep;

    @Inject
    FollowTurns followTurns;

    @Inject
    SearchTurns searchTurns;

    @Inject
    @ConfigProperty(name = "commitcast.sources.hackernews.items-url")
    String hackerNews;

    private final SampleShow show = SampleShow.ungated();

    @Test
    void findsTheThreadOfANewItemAndFollowsIt() {
        ContentSnapshot episode = show.episode("Keeping an edge");
        ObjectNode story =
                story("Keeping an edge", episode.url().replace("https://", "http://www.") + "?utm_source=hn");
        story("Somebody else's edge", episode.url() + "other/");

        Topics.send(show.defined(), episode);
        awaitThreads(episode, 7, 2);
        assertThat(lastState(episode).threads())
                .extracting(DiscussionThread::url, DiscussionThread::origin, DiscussionThread::primary)
                .containsExactly(Tuple.tuple(address(story), Origin.FOUND, true));

        // More is said, and some take their votes back.
        post(story.put("score", 5).put("descendants", 9));
        lookUntil(episode, () -> assertThreads(episode, 5, 9));
        String thread = threads(episode).getString("id[0]");
        await().atMost(SOON).untilAsserted(() -> assertThat(counts(thread).getList("counts.comments", Integer.class))
                .startsWith(9));

        int revisions = Topics.discussionsOf(episode.contentId()).size();
        post(story.put("deleted", true));
        lookUntil(episode, () -> assertThat(counts(thread).getBoolean("over")).isTrue());
        await().atMost(SOON).untilAsserted(() -> assertThat(counts(thread).getString("nextLook"))
                .isNull());
        assertThat(Topics.discussionsOf(episode.contentId())).hasSize(revisions);
    }

    @Test
    void followsAThreadAgainThatIsOpenedAgain() {
        ContentSnapshot episode = show.episode("Closed for a while");
        ObjectNode story = story("Closed for a while", episode.url());
        Topics.send(show.defined(), episode);
        awaitThreads(episode, 7, 2);
        String thread = threads(episode).getString("id[0]");
        post(story.put("dead", true));
        lookUntil(episode, () -> assertThat(counts(thread).getBoolean("over")).isTrue());

        post(story.put("dead", false).put("descendants", 8));
        NotifyFlow.change(
                dataSource,
                "update followed_thread set over_at = now() - interval '2 hours' where content_id = ?",
                episode.contentId());
        search(episode);

        awaitThreads(episode, 7, 8);
        await().atMost(SOON).untilAsserted(() -> assertThat(counts(thread).getString("nextLook"))
                .isNotNull());
        assertThat(counts(thread).getBoolean("over")).isFalse();
    }

    @Test
    void looksAgainAtAThreadThatIsOverWhenAPersonGivesIt() {
        ContentSnapshot episode = show.episode("Given once more");
        ObjectNode story = story("Given once more", episode.url()).put("deleted", true);
        post(story);
        Topics.send(show.defined(), episode);
        await().atMost(SOON).until(() -> known(episode));
        give(episode, address(story));
        String thread = threads(episode).getString("id[0]");
        await().atMost(SOON).untilAsserted(() -> assertThat(counts(thread).getBoolean("over"))
                .isTrue());

        post(story.put("deleted", false));
        give(episode, address(story));

        awaitThreads(episode, 7, 2);
        await().atMost(SOON).untilAsserted(() -> assertThat(counts(thread).getBoolean("over"))
                .isFalse());
    }

    @Test
    void followsThreadsThatWereKnownBeforeTheirPlatformCouldBeFollowed() {
        ContentSnapshot episode = show.episode("Known before");
        ObjectNode story = story("Known before", episode.url());
        Topics.send(show.defined(), episode);
        awaitThreads(episode, 7, 2);
        NotifyFlow.change(dataSource, "delete from followed_thread where content_id = ?", episode.contentId());
        post(story.put("descendants", 9));

        followTurns.beginWhereMissing();

        awaitThreads(episode, 7, 9);
        assertThat(counts(threads(episode).getString("id[0]")).getBoolean("over"))
                .isFalse();
    }

    @Test
    void beginsASearchThatAnotherInstanceIsJustBeginning() throws SQLException {
        ContentSnapshot episode = show.episode("Begun twice");
        Topics.send(show.defined(), episode);
        await().atMost(SOON)
                .until(() -> NotifyFlow.change(
                                dataSource, "delete from item_search where content_id = ?", episode.contentId())
                        == 1);
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement begun = other.prepareStatement(BEGUN)) {
                begun.setString(1, episode.contentId());
                assertThat(begun.executeUpdate()).isEqualTo(1);
            }
            CompletableFuture<Void> here = CompletableFuture.runAsync(searchTurns::beginWhereMissing);
            await().atMost(SOON).until(() -> waitForBegun(dataSource));
            other.commit();

            assertThat(here).succeedsWithin(SOON);
        }
    }

    private static boolean waitForBegun(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement waiting = connection.prepareStatement(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and query like 'insert into item_search%'");
                ResultSet result = waiting.executeQuery()) {
            return result.next() && result.getInt(1) > 0;
        }
    }

    @Test
    @Tag("proof")
    void forgetsSearchesThroughArchivesThatEndedLongAgo() {
        ContentSnapshot old = old("Searched long ago");
        story(old.title(), old.url());
        Topics.send(show.defined(), old);
        await().atMost(SOON).until(() -> known(old));
        String before = backfill(true).getString("id");
        NotifyFlow.change(
                dataSource, "update backfill set finished_at = now() - interval '91 days' where site = ?", show.site);
        String after = backfill(true).getString("id");

        upkeep.run();

        Admin.call().get("/api/v1/discussions/backfill/" + before).then().statusCode(404);
        assertThat(progress(after).getInt("sources[0].found")).isEqualTo(1);
        assertThat(NotifyFlow.change(dataSource, "delete from backfill_search where content_id = ?", old.contentId()))
                .as("rows of searches that are left")
                .isEqualTo(1);
    }

    @Test
    void searchesAgainWhenThePageComesUp() {
        try (GateFlowTest.Pages pages = new GateFlowTest.Pages()) {
            SampleShow gated = new SampleShow(false, true);
            NotifyFlow.logChannel(gated);
            ContentSnapshot episode = gated.episode("Behind a gate", pages.url() + "/behind/");
            Topics.send(gated.defined(), episode);
            // The round of a new item is over, and the next is minutes away.
            await().atMost(SOON)
                    .until(() -> NotifyFlow.change(
                                    dataSource,
                                    "update item_search set site = site where rounds > 0 and content_id = ?",
                                    episode.contentId())
                            == 1);
            story("Behind a gate", episode.url());

            pages.live = true;
            NotifyFlow.change(
                    dataSource, "update item set next_page_check_at = now() where content_id = ?", episode.contentId());

            awaitThreads(episode, 7, 2);
        }
    }

    @Test
    void searchesForOldItemsOnlyWhenAsked() {
        ContentSnapshot old = old("From long ago");
        ObjectNode story = story("From long ago", old.url());
        ContentSnapshot young = show.episode("Of today");
        ObjectNode other = story("Of today", young.url());
        Topics.send(show.defined(), old, young);
        awaitThreads(young, 7, 2);
        assertThat(states(old)).isEmpty();

        search(old);

        awaitThreads(old, 7, 2);
        assertThat(lastState(old).threads()).extracting(DiscussionThread::url).containsExactly(address(story));
        assertThat(lastState(young).threads()).extracting(DiscussionThread::url).containsExactly(address(other));
    }

    @Test
    void addressThatTheSourceRefusesKeepsNoOtherWaiting() {
        ContentSnapshot refused = show.moved(show.episode("Refused"), "https://lathe.example/refused/");
        Topics.send(show.defined(), refused);
        await().atMost(SOON).until(() -> known(refused));
        ContentSnapshot next = show.episode("Next");
        story("Next", next.url());

        Topics.send(next);

        awaitThreads(next, 7, 2);
    }

    @Test
    void itemOfWhichNothingCanBeMadeKeepsNoOtherWaiting() {
        ContentSnapshot broken = old("Broken");
        ContentSnapshot sound = old("Sound");
        story(sound.title(), sound.url());
        Topics.send(show.defined(), broken, sound);
        await().atMost(SOON).until(() -> known(broken) && known(sound));
        NotifyFlow.change(dataSource, "update item set snapshot = 'x' where content_id = ?", broken.contentId());
        NotifyFlow.change(
                dataSource,
                "insert into item_search (id, content_id, site, source, rounds, done, addresses, pause, next_at)"
                        + " select content_id || '/hackernews', content_id, site, 'hackernews', 0, 0, 0, 300,"
                        + " now() - interval '1 hour' from item where content_id = ?",
                broken.contentId());

        assertThat(backfill(false).getInt("sources[0].finished")).isEqualTo(2);

        awaitThreads(sound, 7, 2);
    }

    @Test
    void searchesAnArchiveAndProposesAllThatIsFoundTogether() {
        List<ContentSnapshot> archive =
                IntStream.range(0, 12).mapToObj(i -> old("Number " + i)).toList();
        List<ContentSnapshot> discussed = archive.subList(0, 5);
        discussed.forEach(item -> story(item.title(), item.url()));
        ContentSnapshot linked =
                show.linked(archive.get(11), Map.of("hackernews", "https://news.ycombinator.com/item?id=1"));
        Topics.send(show.defined());
        Topics.send(archive.toArray(ContentSnapshot[]::new));
        Topics.send(linked);
        await().atMost(SOON).until(() -> !states(linked).isEmpty());

        JsonPath dry = backfill(true);
        assertThat(dry.getString("proposal")).isNull();
        assertThat(dry.getInt("sources[0].searches")).isEqualTo(11);
        assertThat(dry.getInt("sources[0].found")).isEqualTo(5);
        JsonPath found = Admin.call()
                .get("/api/v1/discussions/backfill/" + dry.getString("id") + "/found")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(found.getList("found.item", String.class))
                .containsExactlyInAnyOrderElementsOf(
                        discussed.stream().map(ContentSnapshot::contentId).toList());
        assertThat(states(discussed.get(0))).isEmpty();

        JsonPath done = backfill(false);
        String proposal = done.getString("proposal");
        assertThat(proposal).isNotBlank();
        discussed.forEach(item -> await().atMost(SOON).until(() -> !states(item).isEmpty()));
        assertThat(discussed).allSatisfy(item -> assertThat(lastState(item).threads())
                .extracting(DiscussionThread::proposal)
                .containsExactly(proposal));
        assertThat(states(archive.get(7))).isEmpty();
    }

    @Test
    @Tag("proof")
    void goesOnWithAnArchiveAfterTheSourceWasAway() {
        ContentSnapshot old = old("Found on the second day");
        story(old.title(), old.url());
        Topics.send(show.defined(), old);
        await().atMost(SOON).until(() -> known(old));
        RestAssured.given().baseUri(hackerNews).body("2").put("/outage").then().statusCode(200);

        awaitDone(begin(false).getString("id"));

        awaitThreads(old, 7, 2);
    }

    @Test
    void searchesAnArchiveOnceAtATimeAndStopsWhenToldTo() {
        Topics.send(show.defined(), old("One"));
        await().atMost(SOON).untilAsserted(() -> Admin.call()
                .body(Map.of("site", show.site, "sources", List.of("lobsters")))
                .post("/api/v1/discussions/backfill")
                .then()
                .statusCode(400));
        Admin.call()
                .body(Map.of("site", "nobody-" + show.site))
                .post("/api/v1/discussions/backfill")
                .then()
                .statusCode(404);

        underWayElsewhere();
        Admin.call()
                .body(Map.of("site", show.site))
                .post("/api/v1/discussions/backfill")
                .then()
                .statusCode(409);
        String running = Admin.call()
                .queryParam("site", show.site)
                .get("/api/v1/discussions/backfill")
                .then()
                .statusCode(200)
                .extract()
                .path("backfills[0].id");
        Admin.call().delete("/api/v1/discussions/backfill/" + running).then().statusCode(200);
        assertThat(awaitEnded(running).getString("state")).isEqualTo("cancelled");
        backfill(true);
        Admin.call().get("/api/v1/discussions/backfill/nonsense").then().statusCode(404);
    }

    /** Another instance has a search of an archive under way. */
    private void underWayElsewhere() {
        String backfill = UUID.randomUUID().toString();
        NotifyFlow.change(
                dataSource,
                "insert into backfill (id, site, incarnation, dry_run, proposal, state, created_at) values ('"
                        + backfill + "', ?, '', false, 'p', 'RUNNING', now())",
                show.site);
        NotifyFlow.change(
                dataSource,
                "insert into backfill_search (backfill, position, source, content_id, lease_until) values ('" + backfill
                        + "', 1, 'hackernews', ?, now() + interval '1 hour')",
                "some");
    }

    private void search(ContentSnapshot item) {
        Admin.call()
                .body(Map.of("site", show.site, "item", item.guid()))
                .post("/api/v1/discussions/search")
                .then()
                .statusCode(202);
    }

    private void give(ContentSnapshot item, String thread) {
        Admin.call()
                .body(Map.of("site", show.site, "item", item.guid(), "url", thread))
                .post("/api/v1/discussions")
                .then()
                .statusCode(201);
    }

    private JsonPath backfill(boolean dryRun) {
        return awaitDone(begin(dryRun).getString("id"));
    }

    private JsonPath begin(boolean dryRun) {
        return Admin.call()
                .body(Map.of("site", show.site, "dryRun", dryRun))
                .post("/api/v1/discussions/backfill")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private static JsonPath awaitDone(String id) {
        JsonPath ended = awaitEnded(id);
        assertThat(ended.getString("state")).isEqualTo("done");
        return ended;
    }

    private static JsonPath awaitEnded(String id) {
        await().atMost(SOON).until(() -> !progress(id).getString("state").equals("running"));
        return progress(id);
    }

    private static JsonPath progress(String id) {
        return Admin.call()
                .get("/api/v1/discussions/backfill/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Somebody posts a story. */
    private ObjectNode story(String title, String url) {
        ObjectNode story = JsonNodeFactory.instance
                .objectNode()
                .put("id", ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE))
                .put("type", "story")
                .put("by", "somebody")
                .put("time", Instant.now().getEpochSecond() + 60)
                .put("score", 7)
                .put("descendants", 2)
                .put("title", title)
                .put("url", url);
        post(story);
        return story;
    }

    private void post(ObjectNode story) {
        RestAssured.given()
                .baseUri(hackerNews)
                .body(story.toString())
                .put("/v0/item/" + story.path("id").asText() + ".json")
                .then()
                .statusCode(200);
    }

    private static String address(ObjectNode story) {
        return "https://news.ycombinator.com/item?id=" + story.path("id").asText();
    }

    private ContentSnapshot old(String title) {
        return show.baselineOf(title, Instant.parse("2020-03-02T06:30:00Z"));
    }

    private boolean known(ContentSnapshot item) {
        return Admin.call()
                        .body(Map.of("site", show.site, "item", item.guid(), "url", "nonsense"))
                        .post("/api/v1/discussions")
                        .statusCode()
                == 400;
    }

    private static JsonPath threads(ContentSnapshot item) {
        return view(item).extract().jsonPath().setRootPath("discussions[0].threads");
    }

    private static ValidatableResponse view(ContentSnapshot item) {
        return Admin.call()
                .queryParam("item", item.contentId())
                .get("/api/v1/discussions")
                .then()
                .statusCode(200);
    }

    private static JsonPath counts(String thread) {
        return Admin.call()
                .get("/api/v1/discussions/" + thread + "/counts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<DiscussionState> states(ContentSnapshot item) {
        return Topics.discussionsOf(item.contentId());
    }

    private static DiscussionState lastState(ContentSnapshot item) {
        List<DiscussionState> states = states(item);
        return states.get(states.size() - 1);
    }

    /** The topic says so of the item's only thread. */
    private static void awaitThreads(ContentSnapshot item, int score, int comments) {
        await().atMost(SOON).untilAsserted(() -> assertThreads(item, score, comments));
    }

    private static void assertThreads(ContentSnapshot item, int score, int comments) {
        assertThat(states(item)).isNotEmpty().last().satisfies(state -> assertThat(state.threads())
                .extracting(DiscussionThread::score, DiscussionThread::comments)
                .containsExactly(Tuple.tuple(score, comments)));
    }

    /** A look that was under way may have seen what was there before. */
    private void lookUntil(ContentSnapshot item, Runnable seen) {
        await().atMost(SOON).untilAsserted(() -> {
            try {
                seen.run();
            } catch (AssertionError e) {
                lookNow(item);
                throw e;
            }
        });
    }

    private void lookNow(ContentSnapshot item) {
        NotifyFlow.change(
                dataSource, "update followed_thread set next_at = now() where content_id = ?", item.contentId());
    }
}
