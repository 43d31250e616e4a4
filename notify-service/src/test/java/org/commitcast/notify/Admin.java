package org.commitcast.notify;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** What an admin does over REST. */
final class Admin {
    private Admin() {}

    static RequestSpecification call() {
        return given().auth().oauth2(Backends.TOKEN).contentType(ContentType.JSON);
    }

    static ValidatableResponse putChannel(String channel, String body) {
        return call().body(body).put("/api/v1/channels/" + channel).then();
    }

    static List<Map<String, Object>> announcementsOf(String item) {
        return call().queryParam("item", item)
                .get("/api/v1/announcements")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("announcements");
    }

    /** The status of an item's only announcement; empty while there is none. */
    static String statusOf(String item) {
        return announcementsOf(item).stream()
                .map(announcement -> String.valueOf(announcement.get("status")))
                .reduce((a, b) -> a + "," + b)
                .orElse("");
    }
}
