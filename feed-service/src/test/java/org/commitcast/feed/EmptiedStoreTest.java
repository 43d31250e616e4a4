package org.commitcast.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.commitcast.contentevents.FeedState;
import org.commitcast.feedrendering.chapters.Chapters;
import org.commitcast.feedrendering.transcript.TranscriptDocument;
import org.commitcast.feedrendering.transcript.TranscriptForm;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The service, like in all tests here, has started on a store that lacks what it has published. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(PublishedBefore.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmptiedStoreTest {
    private final Show show = PublishedBefore.show();

    @TestHTTPResource(value = "/health/ready", management = true)
    String readiness = "";

    @TestHTTPResource(value = "/health", management = true)
    String health = "";

    @Test
    @Order(1)
    void givesTheSameBytesAndTellsNothing() {
        awaitServed();

        assertThat(given().get(show.podcastPath()).asByteArray()).isEqualTo(PublishedBefore.expectedPodcast());
        String item = show.path("items/" + PublishedBefore.spoken().contentId() + "/");
        awaitStatus(item + "transcript.vtt", 200);
        assertThat(given().get(item + "transcript.vtt").asByteArray())
                .isEqualTo(TranscriptDocument.of(PublishedBefore.transcript(), TranscriptForm.VTT));
        awaitStatus(item + "chapters.json", 200);
        assertThat(given().get(item + "chapters.json").asByteArray()).isEqualTo(Chapters.of(PublishedBefore.spoken()));
        awaitStatus(show.blogPath(), 404);
        assertThat(Topics.feedStates(show.site))
                .extracting(FeedState::revision)
                .containsExactly(PublishedBefore.REVISION, PublishedBefore.REVISION);
    }

    @Test
    @Order(2)
    void countsOnFromWhatItOnceTold() {
        awaitServed();

        Topics.send(show.episode(4).snapshot());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(podcastStates()).hasSize(2));
        FeedState next = podcastStates().get(1);
        assertThat(next.revision()).isEqualTo(PublishedBefore.REVISION + 1);
        assertThat(next.added()).containsExactly(show.site + "-4");
        assertThat(next.through()).isEqualTo(4);
    }

    @Test
    void saysOfAFeedThatWasClosedThatItIsOver() {
        awaitStatus(show.path("sailing.rss"), 410);
        awaitStatus(show.path("sailing.atom"), 410);
        awaitStatus(show.path("sailing.json"), 410);
    }

    @Test
    void saysOfAFeedThatIsClosedFromTheStartThatItIsOver() {
        Show other = new Show().withFeed(PublishedBefore.closed());

        Topics.send(other.defined(1), other.episode(1).snapshot(), other.imported(2, 1));

        awaitStatus(other.podcastPath(), 200);
        awaitStatus(other.path("sailing.rss"), 410);
    }

    @Test
    void aSiteThatCannotBePublishedKeepsNobodyElseWaiting() {
        Show show = PublishedBefore.unpublishable();
        awaitStatus("/feeds/nobody/podcast.rss", 404);
        awaitStatus(show.podcastPath(), 503);

        Topics.send(Show.named(show.site).imported(3, 0));

        awaitStatus(show.path("harbour.rss"), 404);
        awaitStatus(show.blogPath(), 404);
    }

    @Test
    void isReadyOnceAllIsRead() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get(readiness)
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'feeds' }.data.missing", equalTo("nothing")));
    }

    @Test
    void itsHealthDoesNotHangOnKafka() {
        given().get(health)
                .then()
                .body("checks.name", hasItem("feeds"))
                .body("checks.data.state", everyItem(nullValue()));
    }

    private List<FeedState> podcastStates() {
        return Topics.feedStates(show.site).stream()
                .filter(state -> state.feed().equals("podcast"))
                .toList();
    }

    private void awaitServed() {
        awaitStatus(show.podcastPath(), 200);
    }

    /** Each feed by itself: they are put in place one after the other. */
    private static void awaitStatus(String path, int status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get(path).then().statusCode(status));
    }
}
