package org.commitcast.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Feeds that leave their address for another one. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class MovedFeedTest {
    private static final URI OLD = URI.create("https://old.example/quay.rss");
    private static final URI NEW = URI.create("https://new.example/quay.rss");

    private final Show show = new Show();
    private long revision = 1;

    private void says(Kind kind, @Nullable URI newUrl) {
        var feed = new FeedDefinition(
                "quay", List.of(kind), OLD, null, null, List.of(), List.of(), null, null, false, null, newUrl, false);
        show.withFeed(feed);
        Topics.send(show.imported(++revision, 1));
    }

    private static RequestSpecification reader() {
        return given().redirects().follow(false);
    }

    private Response awaitAnswer(int status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> reader().get(show.path("quay.rss")).then().statusCode(status));
        return reader().get(show.path("quay.rss"));
    }

    private static String show(Response feed) {
        return feed.xmlPath().getString("rss.channel.guid");
    }

    @Test
    void sendTheirReadersThereAndAreTheSameShow() {
        Topics.send(show.defined(1), show.episode(1).snapshot());
        says(Kind.EPISODE, null);
        Response before = awaitAnswer(200);

        says(Kind.EPISODE, NEW);

        assertThat(awaitAnswer(301).header("Location")).isEqualTo(NEW.toString());
        Response after = reader().header("Host", "new.example").get(show.path("quay.rss"));
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.asString()).contains("<itunes:new-feed-url>" + NEW + "</itunes:new-feed-url>");
        assertThat(after.header("Link")).isEqualTo("<" + OLD + ">; rel=\"self\"");
        assertThat(show(after)).isNotBlank().isEqualTo(show(before));
        assertThat(after.xmlPath().getList("rss.channel.item.guid"))
                .isEqualTo(before.xmlPath().getList("rss.channel.item.guid"));
        assertThat(after.xmlPath().getString("rss.channel.item.enclosure.@url"))
                .isEqualTo(before.xmlPath().getString("rss.channel.item.enclosure.@url"));
        assertThat(reader().get(show.path("quay.atom")).statusCode()).isEqualTo(200);
    }

    @Test
    void sendTheirReadersThereThoughNothingElseOfThemChanges() {
        Topics.send(show.defined(1), show.post(1).snapshot());
        says(Kind.POST, null);
        String before = awaitAnswer(200).asString();

        says(Kind.POST, NEW);

        assertThat(awaitAnswer(301).header("Location")).isEqualTo(NEW.toString());
        assertThat(reader().header("Host", "new.example")
                        .get(show.path("quay.rss"))
                        .asString())
                .isEqualTo(before);

        says(Kind.POST, null);
        assertThat(awaitAnswer(200).asString()).isEqualTo(before);
    }
}
