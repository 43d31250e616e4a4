package org.commitcast.feed.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commitcast.feed.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class DocumentRoutesTest {
    private static final String TEXT = "<rss version=\"2.0\"><channel><title>Ebb</title></channel></rss>";
    private static final RestAssuredConfig AS_SENT =
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    private static final String LINK =
            "<https://show.example/podcast.rss>; rel=\"self\", <https://hub.example/>; rel=\"hub\"";

    private final DocumentKey key =
            DocumentKey.rss("s" + UUID.randomUUID().toString().substring(0, 8), "podcast");
    private final DocumentBody body = Bodies.of(TEXT.getBytes(StandardCharsets.UTF_8));

    @Inject
    ServedDocuments feeds;

    @Inject
    HotBodies hot;

    @Inject
    ServingConfig config;

    @BeforeEach
    void serve() {
        // Before that an unknown document may be one that is not read yet.
        await().until(feeds::isComplete);
        serve(1, Standing.SERVED, true);
    }

    private void serve(long version, Standing standing, boolean dateDecides) {
        DocumentBody given = standing == Standing.SERVED ? body : null;
        ServedDocument head = new ServedDocument(
                key,
                DocumentType.RSS,
                new Edition("life", 1, 1, version),
                standing,
                Instant.parse("2025-03-04T12:00:00.700Z"),
                dateDecides,
                LINK,
                given == null ? null : given.facts());
        feeds.put(new WholeDocument(head, given));
    }

    private void moved(String address) {
        ServedDocument head = new ServedDocument(
                key,
                DocumentType.RSS,
                new Edition("life", 1, 2, 2),
                Standing.SERVED,
                Instant.parse("2025-03-04T12:00:00.700Z"),
                true,
                LINK,
                URI.create(address),
                body.facts());
        feeds.put(new WholeDocument(head, body));
    }

    @Test
    void sendsReadersOnToTheFeedsNewAddress() {
        moved("https://new.example/podcast.rss");

        for (String host : List.of("commitcast.example", "old.example")) {
            reader().redirects()
                    .follow(false)
                    .header("Host", host)
                    .get(key.path())
                    .then()
                    .statusCode(301)
                    .header("Location", "https://new.example/podcast.rss")
                    .header("Cache-Control", "public, max-age=60");
        }
        reader().redirects().follow(false).head(key.path()).then().statusCode(301);
    }

    @Test
    void doesNotSendThoseInACircleWhoComeFromTheNewAddress() {
        moved("https://new.example/podcast.rss");

        reader().header("Host", "NEW.example:443")
                .get(key.path())
                .then()
                .statusCode(200)
                .body(equalTo(TEXT));
        reader().header("X-Forwarded-Host", "new.example")
                .get(key.path())
                .then()
                .statusCode(200);
    }

    @Test
    void sendsReadersOnToAnotherPathOfTheSameHostWhereTheProxySaysWhichItWasAskedFor() {
        moved("https://show.example/new/podcast.rss");

        asked("/podcast.rss?from=app").get(key.path()).then().statusCode(301);
        asked("/new/podcast.rss?from=app").get(key.path()).then().statusCode(200);
        asked(key.path()).get(key.path()).then().statusCode(200);
        asked("/new/podcast.rss")
                .header("Host", "other.example")
                .get(key.path())
                .then()
                .statusCode(200);
    }

    private static RequestSpecification asked(String path) {
        return reader().redirects()
                .follow(false)
                .header("X-Forwarded-Host", "show.example")
                .header("X-Forwarded-Uri", path);
    }

    @Test
    void sendsReadersOnToAnotherFeedOfTheSameHost() {
        moved("https://new.example/feeds/other/podcast.rss");

        reader().redirects()
                .follow(false)
                .header("Host", "new.example")
                .get(key.path())
                .then()
                .statusCode(301);
    }

    private static RequestSpecification reader() {
        return given().config(AS_SENT).header("Accept-Encoding", "identity");
    }

    @Test
    void givesTheFeedWithItsValidators() {
        reader().get(key.path())
                .then()
                .statusCode(200)
                .header("Content-Type", "application/rss+xml; charset=utf-8")
                .header("ETag", body.etag())
                .header("Last-Modified", "Tue, 04 Mar 2025 12:00:00 GMT")
                .header("Cache-Control", "public, max-age=60, stale-while-revalidate=600, stale-if-error=604800")
                .header("Vary", equalTo("accept-encoding"))
                .header("Content-Encoding", nullValue())
                .header("Link", LINK)
                .body(equalTo(TEXT));
    }

    @Test
    void givesItCompressedUnderAnEtagOfItsOwn() throws Exception {
        Response response =
                given().config(AS_SENT).header("Accept-Encoding", "br, gzip").get(key.path());

        response.then()
                .header("Content-Encoding", "gzip")
                .header("ETag", body.facts().gzipEtag());
        assertThat(DocumentBody.ofGzip(response.asByteArray()).etag()).isEqualTo(body.etag());
    }

    @Test
    void answersHeadLikeGetWithoutABody() {
        Response head = reader().head(key.path());

        head.then()
                .statusCode(200)
                .header("ETag", body.etag())
                .header("Link", LINK)
                .header("Content-Length", Integer.toString(TEXT.length()))
                .header("Content-Type", "application/rss+xml; charset=utf-8");
        assertThat(head.asByteArray()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "\"a,b\", W/%s , \"c\"", "*"})
    void answers304ToOneWhoHasIt(String header) {
        Response response =
                reader().header("If-None-Match", header.formatted(body.etag())).get(key.path());

        response.then()
                .statusCode(304)
                .header("ETag", body.etag())
                .header("Cache-Control", containsString("max-age"))
                .header("Link", LINK)
                .header("Vary", notNullValue());
        assertThat(response.asByteArray()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "W/\"other\"", "", "not-quoted"})
    void givesItToOneWhoHasAnother(String header) {
        reader().header("If-None-Match", header).get(key.path()).then().statusCode(200);
    }

    @Test
    void tellsCompressedAndPlainFormsApart() {
        given().config(AS_SENT)
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", body.etag())
                .get(key.path())
                .then()
                .statusCode(200);
        given().config(AS_SENT)
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", body.facts().gzipEtag())
                .get(key.path())
                .then()
                .statusCode(304);
    }

    @Test
    void answers304ToOneWhoGivesBackItsDate() {
        String date = "Tue, 04 Mar 2025 12:00:00 GMT";

        reader().header("If-Modified-Since", date).get(key.path()).then().statusCode(304);
        reader().header("If-Modified-Since", date).head(key.path()).then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Tue, 04 Mar 2025 11:59:59 GMT", "Tue, 04 Mar 2025 12:00:01 GMT", "yesterday", "2025-03-05"})
    void givesItToOneWithAnotherDateOrNone(String date) {
        reader().header("If-Modified-Since", date).get(key.path()).then().statusCode(200);
    }

    @Test
    void answers412ToOneWhoWantsAnotherOne() {
        reader().header("If-Match", "\"other\"")
                .get(key.path())
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        reader().header("If-Match", body.etag()).get(key.path()).then().statusCode(200);
        reader().header("If-Match", body.etag())
                .header("If-None-Match", body.etag())
                .get(key.path())
                .then()
                .statusCode(304);
    }

    @Test
    void looksAtTheTagAloneWhereBothAreGiven() {
        reader().header("If-None-Match", "\"other\"")
                .header("If-Modified-Since", "Tue, 04 Mar 2025 12:00:00 GMT")
                .get(key.path())
                .then()
                .statusCode(200);
    }

    @Test
    void doesNotTrustADateThatTwoStatesShare() {
        serve(2, Standing.SERVED, false);

        reader().header("If-Modified-Since", "Tue, 04 Mar 2025 12:00:00 GMT")
                .get(key.path())
                .then()
                .statusCode(200);
    }

    @Test
    void givesABodyThatIsNotInMemory() {
        hot.remove(key);

        reader().get(key.path())
                .then()
                .statusCode(200)
                .header("ETag", body.etag())
                .body(equalTo(TEXT));
        assertThat(hot.find(feeds.find(key).orElseThrow())).isEqualTo(body.gzip());
    }

    @Test
    void answersThoseWhoHaveItWithoutTheBody() {
        hot.remove(key);

        reader().header("If-None-Match", body.etag()).get(key.path()).then().statusCode(304);
        reader().head(key.path()).then().statusCode(200);
        assertThat(hot.find(feeds.find(key).orElseThrow())).isNull();
    }

    @Test
    void says503WhereTheBodyIsLost() throws IOException {
        hot.remove(key);
        Files.delete(config.data().resolve("feeds/" + key.site() + "/podcast.rss.document"));

        reader().get(key.path())
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json");
    }

    @Test
    void refusesOtherMethods() {
        reader().post(key.path())
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS")
                .contentType("application/problem+json");
    }

    @Test
    void says410WhereItWasRemovedAnd404WhereItNeverHadAnItem() {
        serve(2, Standing.GONE, true);
        reader().get(key.path())
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "public, max-age=60")
                .body("status", equalTo(410))
                .body("detail", equalTo("The document was removed."));

        serve(3, Standing.EMPTY, true);
        reader().get(key.path())
                .then()
                .statusCode(404)
                .header("Cache-Control", "public, max-age=60")
                .contentType("application/problem+json");
    }

    @Test
    void letsNobodyKeepThatADocumentCannotBeReadNow() throws IOException {
        hot.remove(key);
        Files.delete(config.data().resolve("feeds/" + key.site() + "/podcast.rss.document"));

        reader().get(key.path()).then().statusCode(503).header("Cache-Control", "no-store");
    }

    @Test
    void keepsServingWhereOnlyAnOlderStateIsKnown() {
        serve(2, Standing.SERVED, true);
        serve(1, Standing.GONE, true);

        reader().get(key.path()).then().statusCode(200);
    }

    @Test
    void says404WhereAPartIsNoLongerThere() {
        serve(2, Standing.WITHDRAWN, true);

        reader().get(key.path()).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void givesWhatLiesInFoldersOfTheSite() {
        DocumentKey chapters = new DocumentKey(key.site(), "items/i-1/chapters.json");
        Edition edition = new Edition("life", 1, 1, 1);
        ServedDocument head = new ServedDocument(
                chapters, DocumentType.CHAPTERS, edition, Standing.SERVED, Instant.EPOCH, true, null, body.facts());
        feeds.put(new WholeDocument(head, body));

        reader().get(chapters.path()).then().statusCode(200).header("Content-Type", "application/json+chapters");
        reader().get("/feeds/" + key.site() + "/items/i-1/").then().statusCode(404);
        reader().get("/feeds/" + key.site()).then().statusCode(404);
    }

    @Test
    void knowsNoOtherFormats() {
        reader().get("/feeds/" + key.site() + "/podcast.exe").then().statusCode(404);
    }
}
