package org.commitcast.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.notify.catalogue.Items;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may read of discussions. */
@QuarkusTest
class DiscussionPageTest implements NotifyFlow {
    private static final String THREAD = "https://www.reddit.com/r/turning/comments/abc/chisels/";

    private final SampleShow show = SampleShow.ungated();

    @Inject
    DataSource dataSource;

    @Inject
    Items items;

    @Test
    void givesThreadsToPagesOfAnyOrigin() {
        ContentSnapshot episode = discussed("Chisels");

        json(episode.contentId())
                .statusCode(200)
                .contentType("application/json")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", containsString("public"))
                .body("site", equalTo(show.site))
                .body("title", equalTo("Chisels"))
                .body("url", equalTo(episode.url()))
                .body("threads.platform", contains("reddit"))
                .body("threads.url", contains(THREAD))
                .body("threads[0].primary", equalTo(true));
    }

    @Test
    void givesAPieceOfHtmlWithoutAnythingThatRuns() {
        ContentSnapshot episode = discussed("Chisels");

        given().get("/discussions/" + show.site + "/" + episode.contentId() + ".html")
                .then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString("lang=\"en\""))
                .body(containsString("<a rel=\"ugc nofollow noopener\" target=\"_blank\" href=\"" + THREAD + "\">"));
    }

    @Test
    void isFoundByEveryAddressThatTheItemEverHad() {
        ContentSnapshot episode = discussed("Chisels");
        String page = episode.url().replaceFirst("^https:", "http:").replaceFirst("/$", "/index.html?utm_source=feed");

        for (String name : List.of(
                page,
                episode.guid(),
                episode.earlierUrls().get(0),
                "https://www.audio.example/" + episode.contentId() + ".mp3")) {
            byUrl(".json", name).statusCode(200).body("item", equalTo(episode.contentId()));
        }
        byUrl(".html", page).statusCode(200).body(containsString(THREAD));
        byUrl(".json", "https://lathe.example/nothing").statusCode(404);
        byUrl(".json", " ").statusCode(400).contentType("application/problem+json");
        given().get("/discussions/" + show.site + "/by-url.json").then().statusCode(400);
    }

    @Test
    void givesAnAddressToTheItemThatHasItNow() {
        ContentSnapshot former = known(show.episode("First"));
        ContentSnapshot moved = show.moved(former, "https://lathe.example/elsewhere/" + former.contentId());
        ContentSnapshot present = show.episode("Second", former.earlierUrls().get(0));
        Topics.send(moved, present);

        await().atMost(SOON)
                .untilAsserted(
                        () -> byUrl(".json", present.url()).statusCode(200).body("item", equalTo(present.contentId())));
    }

    @Test
    void findsItemsThatAnEarlierVersionStored() {
        ContentSnapshot episode = discussed("Old");
        NotifyFlow.change(dataSource, "update item set address_keys = null where content_id = ?", episode.contentId());
        byUrl(".json", episode.url()).statusCode(404);

        QuarkusTransaction.requiringNew().run(items::fillAddresses);

        byUrl(".json", episode.url()).statusCode(200);
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        ContentSnapshot episode = discussed("Chisels");
        Response first = given().get(path(episode.contentId()));
        String etag = first.header("ETag");

        assertThat(etag).startsWith("\"").endsWith("\"");
        conditional(episode, "If-None-Match", "\"other\", W/" + etag)
                .statusCode(304)
                .header("ETag", etag)
                .header("Access-Control-Allow-Origin", "*")
                .body(emptyString());
        conditional(episode, "If-None-Match", "\"other\"").statusCode(200);
        await().atMost(SOON)
                .untilAsserted(() -> conditional(episode, "If-Modified-Since", first.header("Last-Modified"))
                        .statusCode(304));
        conditional(episode, "If-Modified-Since", "yesterday").statusCode(200);
        given().head(path(episode.contentId()))
                .then()
                .statusCode(200)
                .header("ETag", etag)
                .header("Content-Length", String.valueOf(first.asByteArray().length))
                .body(emptyString());
    }

    @Test
    void changesItsTagWithItsThreads() {
        ContentSnapshot episode = discussed("Chisels");
        String etag = given().get(path(episode.contentId())).header("ETag");

        give(episode, "https://news.ycombinator.com/item?id=77");

        conditional(episode, "If-None-Match", etag)
                .statusCode(200)
                .header("ETag", not(equalTo(etag)))
                .body("threads.size()", equalTo(2));
    }

    @Test
    void answersAPreflightWithoutAToken() {
        given().header("Origin", "https://blog.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "If-None-Match")
                .options("/discussions/" + show.site + "/x.json")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Headers", containsString("If-None-Match"));
    }

    @Test
    void saysWhatIsUnknownAndWhatIsGone() {
        ContentSnapshot episode = discussed("Chisels");
        json("nothing")
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", "*");
        given().get("/discussions/another/" + episode.contentId() + ".json")
                .then()
                .statusCode(404);

        Topics.send(show.withdrawn(episode));

        await().atMost(SOON).untilAsserted(() -> json(episode.contentId())
                .statusCode(410)
                .contentType("application/problem+json")
                .body(not(containsString(THREAD))));
        byUrl(".html", episode.url()).statusCode(410);
    }

    @Test
    void isGoneWithItsSite() {
        ContentSnapshot episode = discussed("Chisels");

        Topics.send(show.removed());

        await().atMost(SOON).untilAsserted(() -> json(episode.contentId()).statusCode(410));
    }

    /** A site may have any name, and anybody may ask for anything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/discussions/submit/0d6f3f9e-54f0-4a52-8f1c-2a7f7f0e6b11.json",
                "/discussions/submit/by-url.html?url=x",
                "/discussions/a%00b/x.json",
                "/discussions/a/%00.html",
                "/discussions/a%00b/by-url.json?url=x%00"
            })
    void knowsNothingOfWhatIsNotThere(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(404).header("Access-Control-Allow-Origin", "*");
    }

    /** Public is what says so itself, and nothing beside it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/discussions/../api/v1/discussions",
                "/discussions/x/../../api/v1/discussions",
                "/discussions/%2e%2e/api/v1/discussions",
                "/discussions;x/../api/v1/discussions",
                "/discussions/by-url.json/../../api/v1/channels",
                "//api/v1/discussions",
                "/discussions/..;/api/v1/discussions",
                "/api/v1/discussions.json"
            })
    void opensNothingElseHoweverThePathIsWritten(String path) {
        int status = given().urlEncodingEnabled(false).get(path).statusCode();

        assertThat(status).isIn(401, 404);
    }

    private ContentSnapshot discussed(String title) {
        ContentSnapshot episode = known(show.episode(title));
        give(episode, THREAD);
        return episode;
    }

    private ContentSnapshot known(ContentSnapshot item) {
        Topics.send(show.defined(), item);
        await().atMost(SOON).untilAsserted(() -> json(item.contentId()).statusCode(200));
        return item;
    }

    private void give(ContentSnapshot item, String url) {
        Admin.call()
                .body(Map.of("site", show.site, "item", item.contentId(), "url", url))
                .post("/api/v1/discussions")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse json(String item) {
        return given().get(path(item)).then();
    }

    private String path(String item) {
        return "/discussions/" + show.site + "/" + item + ".json";
    }

    private ValidatableResponse conditional(ContentSnapshot item, String header, String value) {
        return given().header(header, value).get(path(item.contentId())).then();
    }

    private ValidatableResponse byUrl(String form, String url) {
        return given().queryParam("url", url)
                .get("/discussions/" + show.site + "/by-url" + form)
                .then();
    }
}
