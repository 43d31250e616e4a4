package org.commitcast.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.commitcast.contentevents.FeedState;
import org.commitcast.feedrendering.FeedComposer;
import org.junit.jupiter.api.Test;

/** What is published though no record comes. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PendingSitesTest {
    private static final String MARK = "update site set pending = true where site = ?";

    @Inject
    DataSource dataSource;

    @TestHTTPResource(value = "/health/ready", management = true)
    String readiness = "";

    @Test
    void publishesASiteThoughAnotherCannotBe() throws SQLException {
        Show show = new Show();
        Show broken = Show.named("a" + show.site);
        publish(show);
        publish(broken);
        try {
            update("update entry set renderer = 0, snapshot = '\\x00' where site = ?", broken);
            update(MARK, broken);
            update(
                    "update entry set xml = convert_to(replace(convert_from(xml, 'UTF8'), 'Tide 1', 'Tide X'), 'UTF8')"
                            + " where site = ?",
                    show);
            update("update feed_page set fingerprint = '' where site = ?", show);
            update(MARK, show);

            awaitText(show, "<title>Tide X</title>");
        } finally {
            update("delete from entry where site = ?", broken);
            update("delete from site where site = ?", broken);
        }
    }

    @Test
    void losesNoRecordThatComesWhileTheFeedCannotBeMade() throws SQLException {
        Show show = new Show();
        publish(show);
        update("update entry set renderer = 0, snapshot = '\\x00' || snapshot where site = ?", show);

        Topics.send(show.episode(2).snapshot());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> update("update entry set renderer = renderer where site = ? and sequence = 2", show) == 1);
        update("update entry set snapshot = substring(snapshot from 2) where site = ? and sequence = 1", show);

        awaitText(show, "Tide 2");
    }

    @Test
    void publishesWhatHasComeOfABatchWhoseLastRecordIsMissing() throws SQLException {
        Show show = new Show();
        publish(show);
        Topics.send(show.episode(1).revision(2, 2).titled("Ebb").inBatch(0, 2).snapshot());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> update("update entry set renderer = renderer where site = ? and sequence = 2", show) == 1);

        update("update site set touched_at = now() - interval '2 minutes' where site = ?", show);

        awaitText(show, "Ebb");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            // A look at what was stored takes it for another instance's, which has got on: made again, it is noted
            // again.
            update(MARK, show);
            return setbacks().contains(show.site + ": the last record of a batch is missing");
        });
        Topics.send(show.episode(2).revision(1, 3).inBatch(1, 2).snapshot());
        awaitText(show, "Tide 2");
        await().atMost(Duration.ofSeconds(60)).until(() -> !setbacks().contains(show.site));
    }

    @Test
    void takesNothingOfANewerVersionBackAndNamesTheSite() throws SQLException {
        Show show = new Show();
        publish(show);
        update("update feed_document set renderer = renderer + 1, version = version + 1000 where site = ?", show);
        Topics.send(show.episode(2).snapshot());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> setbacks().contains(show.site + ": they were made by a newer"));

        update("update site set touched_at = now() - interval '2 minutes' where site = ?", show);

        String newer =
                "update feed_document set renderer = renderer where site = ? and renderer > " + FeedComposer.VERSION;
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(60)).until(() -> update(newer, show) > 0);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> setbacks().contains(show.site + ": they were made by a newer"));
        update("update feed_document set renderer = renderer - 1 where site = ?", show);
    }

    @Test
    void readsOtherStoredFeedsThoughOneIsDamaged() throws SQLException {
        List<Show> damaged = Stream.generate(Show::new).limit(5).toList();
        Show show = new Show();
        publish(show);
        damaged.forEach(PendingSitesTest::publish);
        for (Show one : damaged) {
            update("update feed_document set body = '\\x00', version = version + 1000 where site = ?", one);
        }
        try {
            update(
                    "update feed_document set standing = 'GONE', body = null, version = version + 1000 where site = ?",
                    show);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> given().get(show.podcastPath()).then().statusCode(410));
        } finally {
            for (Show one : damaged) {
                update("delete from feed_document where site = ?", one);
                // Made again, the health names them no longer.
                update(MARK, one);
            }
        }
    }

    @Test
    void makesAFeedAnewThatWasMadeForAnAddressThatBeginsAlike() throws SQLException {
        Show show = new Show();
        publish(show);

        update("update feed_document set url = replace(url, '.example/', '.example.org/') where site = ?", show);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> storedUrl(show).equals("https://commitcast.example" + show.podcastPath()));
    }

    @Test
    void makesFeedsOfAnOlderVersionAnewWithoutAnyoneNoticing() throws SQLException {
        Show show = new Show();
        publish(show);
        awaitTold(show);
        List<String> before = editions(show);
        List<FeedState> told = Topics.feedStates(show.site);

        // As a migration leaves them that makes all anew.
        update(
                "update entry set renderer = 0, unpublished = true, digests = '{}', sizes = '{}', elements = null"
                        + " where site = ?",
                show);
        update(
                "update feed_page set made_for = '', fingerprint = '', date = 0, items = 0, bytes = 0 where site = ?",
                show);
        update("update feed_document set renderer = renderer - 1 where site = ?", show);

        String oldest = "select min(renderer) from feed_document where site = ? and role = 'FEED'";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> stored(oldest, show).equals(String.valueOf(FeedComposer.VERSION)));
        assertThat(editions(show)).isEqualTo(before);
        assertThat(Topics.feedStates(show.site)).isEqualTo(told);
    }

    /** Of both feeds, which are told of after readers have them. */
    private static void awaitTold(Show show) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            List<FeedState> told = Topics.feedStates(show.site);
            String etag = String.valueOf(given().get(show.podcastPath()).header("ETag"))
                    .replace("-gzip", "");
            return told.stream().anyMatch(state -> etag.equals(state.etag()))
                    && told.stream().anyMatch(state -> state.feed().equals("blog"));
        });
    }

    private static List<String> editions(Show show) {
        return Stream.of("podcast.rss", "podcast.atom", "podcast.json")
                .map(file -> given().get(show.path(file)))
                .map(answer -> answer.statusCode() + answer.header("ETag") + answer.header("Last-Modified"))
                .toList();
    }

    private String setbacks() {
        return given().get(readiness).jsonPath().getString("checks.find { it.name == 'feeds' }.data.setbacks");
    }

    private static void publish(Show show) {
        Topics.send(show.defined(1), show.episode(1).snapshot(), show.imported(2, 1));
        awaitText(show, "Tide 1");
    }

    private static void awaitText(Show show, String text) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        given().get(show.podcastPath()).then().statusCode(200).body(containsString(text)));
    }

    private int update(String sql, Show show) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, show.site);
            return update.executeUpdate();
        }
    }

    private String storedUrl(Show show) throws SQLException {
        return stored("select url from feed_document where site = ? and file = 'podcast.rss'", show);
    }

    private String stored(String sql, Show show) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, show.site);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
