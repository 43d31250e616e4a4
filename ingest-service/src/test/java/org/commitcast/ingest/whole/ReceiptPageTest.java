package org.commitcast.ingest.whole;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts as pages. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReceiptPageTest {
    private TestRepository repository;
    private String site;
    private String commit;

    @BeforeEach
    void aPushedEpisode() throws Exception {
        repository = TestRepository.fresh().write("_config.yml", Samples.CONFIG);
        repository.commitAndPush("Begin");
        site = SiteCalls.register(SiteCalls.freshName(), repository);
        repository.write("_episodes/2024-03-01-gate.md", Samples.episode("The <b>gate</b>", 1));
        repository.write("_episodes/2024-03-02-moths.md", Samples.episode("The moths", 1));
        commit = repository.commitAndPush("Add");
        SiteCalls.pushed(site, commit);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private static String path(String page) {
        assertThat(page).startsWith("http://ingest.example/receipts/");
        return page.substring("http://ingest.example".length());
    }

    @Test
    void showsReceiptToWhoeverKnowsItsAddress() {
        String page = SiteCalls.receipt(site, commit).getString("page");

        var answer = given().get(path(page)).then().statusCode(200).extract();

        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        var html = Jsoup.parse(answer.asString());
        assertThat(html.select("td").eachText()).anyMatch(text -> text.contains("The <b>gate</b>"));
        assertThat(html.select("td b")).isEmpty();
        assertThat(html.text()).contains("warning enclosure.duplicate");
    }

    @Test
    void leadsNowhereOnceRevokedAndElsewhereOnceRenewed() {
        String before = SiteCalls.receipt(site, commit).getString("page");
        String address = "/api/v1/sites/" + site + "/commits/" + commit + "/page";

        SiteCalls.admin().delete(address).then().statusCode(204);

        given().get(path(before)).then().statusCode(404);
        assertThat(SiteCalls.receipt(site, commit).getString("page")).isNull();
        String renewed =
                SiteCalls.admin().post(address).then().statusCode(200).extract().path("page");
        assertThat(renewed).isNotEqualTo(before);
        given().get(path(renewed)).then().statusCode(200);
        given().post(address).then().statusCode(401);
    }

    @Test
    void knowsNoGuessedAddressAndNoneOfRemovedSites() {
        String page = SiteCalls.receipt(site, commit).getString("page");
        given().get("/receipts/AAAAAAAAAAAAAAAAAAAAAAAA").then().statusCode(404);

        SiteCalls.admin().delete("/api/v1/sites/" + site).then().statusCode(204);

        given().get(path(page)).then().statusCode(404);
    }

    @Test
    void givesNoAddressToAnUnknownCommit() {
        SiteCalls.admin()
                .post("/api/v1/sites/" + site + "/commits/" + "0".repeat(40) + "/page")
                .then()
                .statusCode(404);
    }
}
