package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.Sites;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebhookFlowTest implements NotifyFlow {
    private final WebhookStandIn receiver = new WebhookStandIn();
    private final SampleShow show = SampleShow.ungated();

    @Inject
    DataSource dataSource;

    @Inject
    Items items;

    @Inject
    Sites sites;

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void postsSignedJson() {
        NotifyFlow.webhookChannel(show, receiver);
        ContentSnapshot episode = show.episode("Signed");

        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENT");

        assertThat(receiver.bodies())
                .singleElement()
                .asString()
                .startsWith("{\"type\":\"item.new\"")
                .contains("\"title\":\"Signed\"", "\"guid\":\"" + episode.guid() + "\"");
    }

    @Test
    void repeatsWithTheSameIdAndBodyWhenTheAnswerWasLost() {
        NotifyFlow.webhookChannel(show, receiver);
        receiver.nextLosesItsAnswer();
        ContentSnapshot episode = show.episode("Twice on the wire");

        Topics.send(show.defined(), episode);
        NotifyFlow.endPause(dataSource, episode);
        NotifyFlow.awaitStatus(episode, "SENT");

        assertThat(receiver.ids()).hasSize(2);
        assertThat(receiver.ids()).containsOnly(receiver.ids().get(0));
        assertThat(receiver.bodies()).containsOnly(receiver.bodies().get(0));
    }

    @Test
    void sendsNothingMoreToReceiverThatIsGone() {
        String channel = NotifyFlow.webhookChannel(show, receiver);
        receiver.nextStatus(410);
        ContentSnapshot episode = show.episode("Gone");

        Topics.send(show.defined(), episode);

        NotifyFlow.awaitStatus(episode, "FAILED");
        // It is disabled a moment after the failure is written down.
        await().atMost(SOON).untilAsserted(() -> Admin.call()
                .get("/api/v1/channels/" + channel)
                .then()
                .body("disabledReason", equalTo("answered 410")));
    }

    @Test
    void makesNoSecondAttemptForWhatIsWithdrawnDuringTheFirst() {
        NotifyFlow.webhookChannel(show, receiver);
        CountDownLatch over = receiver.nextHangsAndFails();
        ContentSnapshot episode = show.episode("Withdrawn while being sent");
        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENDING");

        Topics.send(show.withdrawn(episode));
        await().atMost(SOON).until(() -> QuarkusTransaction.requiringNew()
                .call(() -> !items.findById(episode.contentId()).published()));
        over.countDown();

        NotifyFlow.awaitStatus(episode, "CANCELLED");
        assertThat(receiver.ids()).isEmpty();
    }

    @Test
    void makesNoSecondAttemptForASiteThatIsRemovedDuringTheFirst() {
        NotifyFlow.webhookChannel(show, receiver);
        CountDownLatch over = receiver.nextHangsAndFails();
        ContentSnapshot episode = show.episode("Removed while being sent");
        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENDING");

        Topics.send(show.removed());
        await().atMost(SOON).until(() -> QuarkusTransaction.requiringNew()
                .call(() -> sites.findById(show.site).removed()));
        over.countDown();

        NotifyFlow.awaitStatus(episode, "CANCELLED");
        assertThat(receiver.ids()).isEmpty();
    }

    @Test
    void waitsForNoChannelThatIsRemovedDuringTheAttempt() {
        String channel = NotifyFlow.webhookChannel(show, receiver);
        CountDownLatch over = receiver.nextHangsAndFails();
        ContentSnapshot episode = show.episode("Channel removed while sending");
        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENDING");

        Admin.call().delete("/api/v1/channels/" + channel).then().statusCode(204);
        over.countDown();

        NotifyFlow.awaitStatus(episode, "CANCELLED");
        assertThat(receiver.ids()).isEmpty();
    }

    @Test
    void followsNoRedirect() {
        NotifyFlow.webhookChannel(show, receiver);
        receiver.nextStatus(302, "Location", receiver.url() + "/elsewhere");
        ContentSnapshot episode = show.episode("Moved");

        Topics.send(show.defined(), episode);

        NotifyFlow.awaitStatus(episode, "FAILED");
        assertThat(receiver.ids()).isEmpty();
    }

    @Test
    void saysAllThatIsWrongWithAChannelAndNeverItsSecret() {
        Admin.putChannel(
                        "wrong",
                        """
                        {"type":"webhook","sites":[],"url":"ftp://x","secret":"s3cret","templates":{"new":{"episode":"{titel}"}}}""")
                .statusCode(400)
                .body(
                        "errors.field",
                        org.hamcrest.Matchers.hasItems("sites", "url", "webhook", "templates.new.episode"))
                .body(not(containsString("s3cret")));
        Admin.putChannel(
                        "wrong",
                        "{\"type\":\"webhook\",\"url\":\"http://203.0.113.7/hook\",\"secret\":\""
                                + WebhookStandIn.SECRET + "\"}")
                .statusCode(400)
                .body("errors.field", contains("url"));
        Admin.putChannel("wrong", "{\"type\":\"pigeon\"}").statusCode(400);
        Admin.putChannel("Wrong Name", "{\"type\":\"log\"}").statusCode(400);
    }

    @Test
    void makesOneChannelOfManyFirstSavings() {
        List<CompletableFuture<Integer>> saved = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> Admin.putChannel("many-" + show.incarnation, "{\"type\":\"log\",\"sites\":[\"a\",\"b\"]}")
                                .extract()
                                .statusCode()))
                .toList();

        assertThat(saved)
                .extracting(CompletableFuture::join)
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
    }

    @Test
    void secretIsWriteOnlyAndStaysWithItsServer() {
        String channel = NotifyFlow.webhookChannel(show, receiver);

        Admin.call()
                .get("/api/v1/channels/" + channel)
                .then()
                .body("hasSecret", equalTo(true))
                .body(not(containsString(WebhookStandIn.SECRET)));
        Admin.putChannel(channel, "{\"type\":\"webhook\",\"sites\":[\"a\"],\"url\":\"" + receiver.url() + "/b\"}")
                .statusCode(200);
        Admin.putChannel(channel, "{\"type\":\"webhook\",\"sites\":[\"a\"],\"url\":\"https://evil.example/\"}")
                .statusCode(400)
                .body("title", equalTo("Secret needed"));
    }
}
