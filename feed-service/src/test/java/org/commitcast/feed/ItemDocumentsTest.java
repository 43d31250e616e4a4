package org.commitcast.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.commitcast.contentevents.Event;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chapters and transcripts, as documents beside the feeds. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ItemDocumentsTest {
    private static final RestAssuredConfig AS_SENT =
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    private final Show show = new Show();
    private final String chapters = document("chapters.json");
    private final String vtt = document("transcript.vtt");

    @Inject
    DataSource dataSource;

    @ParameterizedTest
    @CsvSource({
        "chapters.json, application/json+chapters",
        "transcript.vtt, text/vtt; charset=utf-8",
        "transcript.srt, application/x-subrip; charset=utf-8",
        "transcript.json, application/json",
        "transcript.html, text/html; charset=utf-8",
        "transcript.txt, text/plain; charset=utf-8"
    })
    void servesThemAsWhatTheyAre(String file, String contentType) {
        publish();
        awaitStatus(document(file), 200);

        ValidatableResponse answer = given().config(AS_SENT)
                .header("Accept-Encoding", "identity")
                .get(document(file))
                .then()
                .statusCode(200)
                .header("Content-Type", contentType)
                .header("X-Content-Type-Options", "nosniff")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", containsString("stale-if-error"));
        String etag = answer.extract().header("ETag");
        int length = answer.extract().asByteArray().length;

        assertThat(etag).matches("\"[0-9a-f]+\"");
        given().config(AS_SENT)
                .header("Accept-Encoding", "identity")
                .head(document(file))
                .then()
                .statusCode(200)
                .header("ETag", etag)
                .header("Content-Length", String.valueOf(length));
        given().config(AS_SENT)
                .header("Accept-Encoding", "identity")
                .header("If-None-Match", etag)
                .get(document(file))
                .then()
                .statusCode(304);
        given().config(AS_SENT)
                .header("Accept-Encoding", "gzip")
                .get(document(file))
                .then()
                .header("ETag", etag.replaceFirst("\"$", "-gzip\""));
        given().options(document(file))
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
    }

    @Test
    void letsThePageOfATranscriptDoNothing() {
        publish("<script>alert(1)</script> & so on");
        awaitStatus(document("transcript.html"), 200);
        awaitStatus(vtt, 200);

        String page = given().get(document("transcript.html"))
                .then()
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .extract()
                .asString();

        assertThat(Jsoup.parse(page).select("script")).isEmpty();
        assertThat(Jsoup.parse(page).select("p").text()).isEqualTo("<script>alert(1)</script> & so on");
        given().get(vtt).then().header("Content-Security-Policy", nullValue());
    }

    @Test
    void areNamedByTheItemsOfFeeds() {
        publish();

        awaitFeed("<podcast:chapters url=\"https://commitcast.example" + chapters
                + "\" type=\"application/json+chapters\"");
        awaitFeed("<podcast:transcript url=\"https://commitcast.example" + vtt
                + "\" type=\"text/vtt\" language=\"en\" rel=\"captions\"");
        assertThat(feedModified()).isEqualTo("Tue, 04 Mar 2025 14:30:01 GMT");
    }

    @Test
    void comeWithATranscriptThatComesAfterItsEpisode() {
        publish(show.episode(1).spokenIn("t1").snapshot());
        awaitStatus(show.podcastPath(), 200);
        awaitStatus(vtt, 404);

        Topics.send(show.transcript("t1", 1, "Good evening."));

        awaitText(vtt, "Good evening.");
        awaitFeed("<podcast:transcript");
        assertThat(feedModified()).isEqualTo("Tue, 04 Mar 2025 14:30:01 GMT");
    }

    @Test
    void changeOnlyWhereTheirBytesDo() {
        publish();
        awaitStatus(vtt, 200);
        awaitStatus(chapters, 200);
        String before = etag(vtt);
        String chaptersBefore = etag(chapters);

        Topics.send(show.transcript("t1", 2, "Good morning."));

        awaitText(vtt, "Good morning.");
        assertThat(etag(chapters)).isEqualTo(chaptersBefore);

        Topics.send(show.transcript("t1", 3, "Good evening."));

        awaitText(vtt, "Good evening.");
        assertThat(etag(vtt)).isEqualTo(before);

        Topics.send(show.episode(1)
                .spokenIn("t1")
                .chapters("Ebb", "Flow")
                .revision(2, 2)
                .snapshot());

        awaitText(chapters, "Ebb");
        assertThat(etag(vtt)).isEqualTo(before);
    }

    @Test
    void endWithTheirTranscriptAndComeAgainWithIt() {
        publish();
        awaitStatus(vtt, 200);
        String before = etag(vtt);

        Topics.send(show.transcript("t1", 2, new String[0]));

        awaitStatus(vtt, 404);
        awaitStatus(document("transcript.txt"), 404);
        awaitStatus(chapters, 200);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(feed()).doesNotContain("<podcast:transcript"));

        Topics.send(show.transcript("t1", 3, "Good evening."));

        awaitStatus(vtt, 200);
        assertThat(etag(vtt)).isEqualTo(before);
    }

    @Test
    void endWithTheirItemAndComeAgainWithIt() {
        publish();
        awaitStatus(chapters, 200);
        String before = etag(chapters);

        Topics.send(show.episode(1).revision(2, 2).withdrawn().snapshot());

        awaitStatus(chapters, 404);
        awaitStatus(vtt, 404);

        Topics.send(show.episode(1)
                .spokenIn("t1")
                .chapters("Start", "End")
                .revision(3, 3)
                .snapshot());

        awaitStatus(chapters, 200);
        assertThat(etag(chapters)).isEqualTo(before);
        awaitStatus(vtt, 200);
    }

    @Test
    void endWhereTheirEpisodeBecomesAPost() {
        publish();
        awaitStatus(chapters, 200);
        awaitStatus(vtt, 200);

        Topics.send(show.post(1).revision(2, 2).snapshot());

        awaitStatus(chapters, 404);
        awaitStatus(vtt, 404);
    }

    @Test
    void areThereForManyItems() {
        Event[] items = new Event[50];
        for (int number = 1; number <= items.length; number++) {
            items[number - 1] = show.episode(number).chapters("Start " + number).snapshot();
        }
        Topics.send(show.defined(1));
        Topics.send(items);
        Topics.send(show.imported(2, items.length));

        for (int number : new int[] {1, 25, 50}) {
            awaitText(
                    "/feeds/" + show.site + "/items/" + show.site + "-" + number + "/chapters.json", "Start " + number);
        }
    }

    @Test
    void areComparedByARebuild() throws SQLException {
        publish();
        awaitStatus(vtt, 200);
        awaitFeed("<podcast:transcript");
        String before = etag(vtt);
        rebuild()
                .body("identical", equalTo(true))
                .body("itemDocuments", equalTo(6))
                .body("differentItemDocuments", hasSize(0));
        assertThat(etag(vtt)).isEqualTo(before);

        update("update feed_document set etag = '\"0\"' where site = ? and file like '%.vtt'");

        rebuild()
                .body("identical", equalTo(false))
                .body("differentItemDocuments", contains(vtt.substring(("/feeds/" + show.site + "/").length())));
        rebuild().body("identical", equalTo(true));
        assertThat(etag(vtt)).isEqualTo(before);
    }

    @Test
    void makesThemAnewWithALaterRenderer() throws SQLException {
        publish();
        awaitStatus(vtt, 200);
        String before = etag(vtt);

        update("update feed_document set etag = '\"0\"' where site = ? and file like '%.vtt'");
        update("update entry set renderer = 0 where site = ?");
        update("update feed_document set renderer = renderer - 1 where site = ?");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(storedVtt()).isEqualTo(before));
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, show.site);
            update.executeUpdate();
        }
    }

    private String storedVtt() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select etag from feed_document where site = ? and file like '%.vtt'")) {
            select.setString(1, show.site);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private ValidatableResponse rebuild() {
        return given().header("Authorization", "Bearer " + Backends.TOKEN)
                .post("/api/v1/feeds/" + show.site + "/rebuild")
                .then()
                .statusCode(200);
    }

    private void publish() {
        publish("Good evening.");
    }

    /** The transcript comes first. */
    private void publish(String words) {
        Topics.send(show.transcript("t1", 1, words));
        publish(show.episode(1).spokenIn("t1").chapters("Start", "End").snapshot());
    }

    private void publish(Event episode) {
        Topics.send(show.defined(1), episode, show.imported(2, 1));
    }

    private String document(String file) {
        return "/feeds/" + show.site + "/items/" + show.site + "-1/" + file;
    }

    private static String etag(String path) {
        return given().config(AS_SENT)
                .header("Accept-Encoding", "identity")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private String feed() {
        return given().get(show.podcastPath()).then().statusCode(200).extract().asString();
    }

    private void awaitFeed(String text) {
        awaitText(show.podcastPath(), text);
    }

    private String feedModified() {
        return given().get(show.podcastPath()).header("Last-Modified");
    }

    private static void awaitText(String path, String text) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get(path).then().statusCode(200).body(containsString(text)));
    }

    private static void awaitStatus(String path, int status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get(path).then().statusCode(status));
    }
}
