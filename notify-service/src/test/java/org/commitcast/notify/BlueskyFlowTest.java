package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import org.commitcast.contentevents.ContentSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BlueskyFlowTest implements NotifyFlow {
    private final BlueskyAccountStandIn server = new BlueskyAccountStandIn();
    private final SampleShow show = SampleShow.ungated();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void postsOnceAndThePostIsAThreadOfItsItem() {
        NotifyFlow.create(
                "bluesky-" + show.incarnation,
                """
                {"type":"bluesky","sites":["%s"],"url":"%s","token":"%s","settings":{"handle":"%s"}}"""
                        .formatted(
                                show.site, server.url(), BlueskyAccountStandIn.PASSWORD, BlueskyAccountStandIn.HANDLE));
        ContentSnapshot episode = show.episode("語".repeat(400));

        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENT");

        assertThat(server.posts()).singleElement().satisfies(post -> assertThat(
                        post.path("text").asText())
                .startsWith("New episode of Lathe Talk: 語語語")
                .endsWith("… " + episode.url()));
        String page = "https://bsky.app/profile/" + BlueskyAccountStandIn.DID + "/post/"
                + server.keys().get(0);
        await().atMost(SOON).untilAsserted(() -> Admin.call()
                .queryParam("site", show.site)
                .get("/api/v1/discussions")
                .then()
                .body("discussions[0].threads.url", contains(page)));
    }
}
