package org.commitcast.feed;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FeedFlowTest {
    private final Show show = new Show();

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
        given().get(show.blogPath()).then().statusCode(404).contentType("application/problem+json");
    }

    private static void awaitStatus(String path, int status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get(path).then().statusCode(status));
    }
}
