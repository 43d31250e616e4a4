package org.commitcast.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed that the site's own generator makes. The podcast beside it, which is made here, stands for what that makes. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ExternalFeedTest {
    private LiveFeed live;
    private FeedDefinition external;
    private Show show;

    @BeforeEach
    void aFeedThatSomebodyElseMakes() {
        live = new LiveFeed();
        external =
                new FeedDefinition("quay", List.of(Kind.EPISODE), URI.create(live.url()), null, null).madeElsewhere();
        show = new Show().withFeed(external);
    }

    @AfterEach
    void end() {
        live.close();
    }

    private String podcast(String title) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get(show.podcastPath()).then().body(containsString(title)));
        // By its address it is another show.
        return given().get(show.podcastPath()).asString().replaceFirst("<podcast:guid>[^<]*</podcast:guid>", "");
    }

    private void awaitSeen(Consumer<JsonPath> what) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonPath feeds = given().auth()
                    .oauth2(Backends.TOKEN)
                    .queryParam("site", show.site)
                    .get("/api/v1/feeds")
                    .jsonPath();
            feeds.setRootPath("feeds.find { it.feed == 'quay' }");
            what.accept(feeds);
        });
    }

    private ValidatableResponse difference() {
        return given().auth()
                .oauth2(Backends.TOKEN)
                .get("/api/v1/feeds/" + show.site + "/quay/difference")
                .then();
    }

    @Test
    void isNotServedAndSaysWhereItIs() {
        Topics.send(show.defined(1), show.episode(1).snapshot(), show.imported(2, 1));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get(show.path("quay.rss"))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Link", equalTo("<" + live.url() + ">; rel=\"canonical\""))
                .body("feed", equalTo(live.url())));
        awaitSeen(feed -> assertThat(feed.getString("live.summary")).contains("it answered 404"));
        difference().statusCode(503).body("detail", containsString("it answered 404"));
    }

    @Test
    void goesAsFarAsTheFeedThatReadersHave() {
        Topics.send(show.defined(1), show.episode(1).snapshot(), show.imported(2, 1));
        live.says(podcast("Tide 1"));
        awaitSeen(feed -> {
            assertThat(feed.getString("live.summary")).isEqualTo("1 of 1 guids equal, nothing differs");
            assertThat(feed.getLong("through")).isEqualTo(1);
        });

        Topics.send(show.episode(2).snapshot());
        awaitSeen(feed -> {
            assertThat(feed.getString("live.summary")).isEqualTo("1 of 2 guids equal, 1 item only here");
            assertThat(feed.getLong("through")).isEqualTo(2);
            assertThat(feed.getList("failed.item", String.class)).containsExactly(show.site + "-2");
        });
        difference().statusCode(200).body("equal", equalTo(false)).body("onlyHere[0].title", equalTo("Tide 2"));

        live.says(podcast("Tide 2"));
        awaitSeen(feed -> {
            assertThat(feed.getString("live.summary")).isEqualTo("2 of 2 guids equal, nothing differs");
            assertThat(feed.getList("failed")).isEmpty();
        });
        difference().statusCode(200).body("equal", equalTo(true)).body("publicUrl", equalTo(live.url()));
    }

    @Test
    void isServedOnceItIsMadeHere() {
        Topics.send(show.defined(1), show.episode(1).snapshot(), show.imported(2, 1));
        live.says(podcast("Tide 1"));
        awaitSeen(feed -> assertThat(feed.getString("status")).isEqualTo("external"));

        show.withFeed(new FeedDefinition("quay", List.of(Kind.EPISODE), URI.create(live.url()), null, null));
        Topics.send(show.imported(3, 1));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get(show.path("quay.rss"))
                .then()
                .statusCode(200)
                .body(containsString("Tide 1")));
        awaitSeen(feed -> {
            assertThat(feed.getString("status")).isEqualTo("served");
            assertThat(feed.getLong("through")).isEqualTo(1);
            assertThat(feed.getString("live")).isNull();
        });
    }
}
