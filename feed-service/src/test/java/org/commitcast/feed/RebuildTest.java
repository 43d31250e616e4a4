package org.commitcast.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.commitcast.contentevents.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RebuildTest {
    private final Show show = new Show();

    @Inject
    DataSource dataSource;

    @Test
    void findsEveryFeedIdenticalAndTellsNothing() {
        publish();
        String body = given().get(show.podcastPath()).asString();
        int told = Topics.feedStates(show.site).size();

        rebuild()
                .statusCode(200)
                .body("identical", equalTo(true))
                .body("records", equalTo(6))
                .body("feeds.feed", hasItem("podcast"))
                .body("feeds.find { it.feed == 'podcast' }.items", equalTo(2));

        assertThat(given().get(show.podcastPath()).asString()).isEqualTo(body);
        assertThat(Topics.feedStates(show.site)).hasSize(told);
    }

    @Test
    void findsAndMendsAStoreThatIsNotWhatTheTopicsSay() throws SQLException {
        publish();
        String body = given().get(show.podcastPath()).asString();
        damageTheStore();
        Topics.send(show.episode(4).revision(1, 4).snapshot());
        awaitText("Tide 4");
        given().get(show.podcastPath()).then().body(containsString("<title>Tide X</title>"));

        rebuild().statusCode(200).body("identical", equalTo(false));

        awaitText("<title>Tide 1</title>");
        assertThat(given().get(show.podcastPath()).asString())
                .contains("Tide 4")
                .isNotEqualTo(body);
        rebuild().statusCode(200).body("identical", equalTo(true));
    }

    @Test
    void goesOnTakingRecordsAfterwards() {
        publish();
        rebuild().statusCode(200);

        Topics.send(show.episode(4).revision(1, 4).snapshot());

        awaitText("Tide 4");
    }

    @Test
    void refusesWhileAnotherInstanceRebuildsTheSite() throws SQLException {
        publish();
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            execute(other, "select pg_advisory_xact_lock(hashtextextended('rebuild ' || ?, 0))", show.site);

            rebuild().statusCode(409).contentType("application/problem+json");

            other.rollback();
            other.setAutoCommit(true);
        }
        rebuild().statusCode(200);
    }

    @Test
    void refusesMoreThanTwoAtOnce() throws SQLException {
        Show second = new Show();
        Show third = new Show();
        publish();
        publish(second);
        publish(third);
        List<CompletableFuture<Integer>> running;
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            execute(other, "select 1 from site where site in (?, '" + second.site + "') for update", show.site);
            running = Stream.of(show, second)
                    .map(held -> CompletableFuture.supplyAsync(
                            () -> rebuild(held).extract().statusCode()))
                    .toList();

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> rebuild(third).statusCode(409).body("title", equalTo("Rebuilds Running")));
            other.rollback();
            other.setAutoCommit(true);
        }

        assertThat(running).extracting(CompletableFuture::join).containsOnly(200);
    }

    @Test
    void leavesTheStoreOfASiteThatTheTopicsDoNotKnow() throws SQLException {
        publish();
        Show unheardOf = new Show();
        try (Connection connection = dataSource.getConnection()) {
            String copy = "insert into site select ?, incarnation, revision, occurred_at, state, false"
                    + " from site where site = '" + show.site + "'";
            execute(connection, copy, unheardOf.site);

            rebuild(unheardOf).statusCode(409).contentType("application/problem+json");

            assertThat(execute(connection, "delete from site where site = ?", unheardOf.site))
                    .isOne();
        }
    }

    @Test
    void passesOverHeadersWithoutValues() {
        publish();
        Topics.sendWithoutHeaderValues(Topic.CONTENT, show.site);

        rebuild().statusCode(200).body("identical", equalTo(true));
    }

    @Test
    void knowsNoOtherSites() {
        rebuild().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void isForAdministratorsOnly() {
        given().post("/api/v1/feeds/" + show.site + "/rebuild").then().statusCode(401);
        given().get("/api/v1/feeds").then().statusCode(401);
    }

    /** A path may be written in ways that are another path to a filter in front, and the same to the application. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/feeds",
                "/api;x/v1/feeds",
                "/api%3Bx/v1/feeds",
                "/api/v1/feeds;x",
                "//api/v1/feeds",
                "/api/v1//feeds",
                "/x/../api/v1/feeds",
                "/%61pi/v1/feeds"
            })
    void isForAdministratorsOnlyHoweverThePathIsWritten(String path) {
        int status = given().urlEncodingEnabled(false).get(path).statusCode();

        assertThat(status).isIn(401, 404);
    }

    @Test
    void listsFeedsWithWhatFailed() {
        publish();
        Topics.send(show.episode(4).revision(1, 4).guid(" ").snapshot());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().header("Authorization", "Bearer " + Backends.TOKEN)
                        .queryParam("site", show.site)
                        .get("/api/v1/feeds")
                        .then()
                        .statusCode(200)
                        .body("feeds.find { it.feed == 'podcast' }.failed[0].reason", equalTo("has no guid"))
                        .body("feeds.find { it.feed == 'podcast' }.through", equalTo(4))
                        .body("feeds.find { it.feed == 'podcast' }.status", equalTo("served"))
                        .body(
                                "feeds.find { it.feed == 'podcast' }.url",
                                equalTo("https://commitcast.example" + show.podcastPath())));
    }

    @Test
    void listsFeedsAHundredAtATime() throws SQLException {
        publish();
        try (Connection connection = dataSource.getConnection()) {
            String copies =
                    "insert into feed_document (site, file, feed, role, type, incarnation, standing, renderer, through,"
                            + " last_modified, date_decides, revision, version) select site, feed || number || '.rss', feed || number, role, type, incarnation,"
                            + " 'EMPTY', renderer, through, last_modified, date_decides, revision, version"
                            + " from feed_document, generate_series(100, 199) as number where file = 'blog.rss'"
                            + " and site = ?";
            execute(connection, copies, show.site);

            String next = feedsBehind("").body("feeds", hasSize(100)).extract().path("next");

            feedsBehind(next).body("feeds.feed", contains("blog199", "podcast")).body("next", nullValue());
            execute(connection, "delete from feed_document where standing = 'EMPTY' and site = ?", show.site);
        }
    }

    private ValidatableResponse feedsBehind(String cursor) {
        return given().header("Authorization", "Bearer " + Backends.TOKEN)
                .queryParam("site", show.site)
                .queryParam("cursor", cursor.isEmpty() ? "/" : cursor)
                .get("/api/v1/feeds")
                .then()
                .statusCode(200);
    }

    private void publish() {
        publish(show);
    }

    private static void publish(Show show) {
        Topics.send(show.defined(1), show.episode(1).snapshot(), show.episode(2).snapshot());
        Topics.send(show.discussed(1, 1, "https://reddit.example/1"));
        Topics.send(show.post(3).snapshot(), show.imported(2, 3));
        awaitText(show, "reddit.example");
        await().atMost(Duration.ofSeconds(60)).until(() -> Topics.feedStates(show.site).stream()
                .anyMatch(state -> state.feed().equals("blog") && state.items() == 1));
        String etag = given().get(show.podcastPath()).header("ETag").replace("-gzip", "");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Topics.feedStates(show.site).stream().anyMatch(state -> etag.equals(state.etag())));
    }

    private void awaitText(String text) {
        awaitText(show, text);
    }

    private static void awaitText(Show show, String text) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        given().get(show.podcastPath()).then().statusCode(200).body(containsString(text)));
    }

    private ValidatableResponse rebuild() {
        return rebuild(show);
    }

    private static ValidatableResponse rebuild(Show show) {
        return given().header("Authorization", "Bearer " + Backends.TOKEN)
                .post("/api/v1/feeds/" + show.site + "/rebuild")
                .then();
    }

    private static int execute(Connection connection, String sql, String site) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, site);
            return statement.execute() ? 0 : statement.getUpdateCount();
        }
    }

    private void damageTheStore() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update entry set xml = convert_to(replace(convert_from(xml, 'UTF8'), 'Tide 1', 'Tide X'), 'UTF8')"
                                + " where site = ?")) {
            update.setString(1, show.site);
            update.executeUpdate();
        }
    }
}
