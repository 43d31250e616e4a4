package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.commitcast.contentevents.ContentSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MatrixFlowTest implements NotifyFlow {
    private final MatrixStandIn matrix = new MatrixStandIn();
    private final SampleShow show = SampleShow.ungated();
    private final String channel = "matrix-" + show.incarnation;

    @Inject
    DataSource dataSource;

    @AfterEach
    void stop() {
        matrix.close();
    }

    @Test
    void postsOnceAndShowsNoToken() {
        NotifyFlow.create(channel, definition());
        ContentSnapshot episode = show.episode("Chisels <b>");

        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENT");

        assertThat(matrix.posts()).containsExactly("New episode of Lathe Talk: Chisels <b> " + episode.url());
        assertThat(String.valueOf(
                        Admin.announcementsOf(episode.contentId()).get(0).get("url")))
                .startsWith("https://matrix.to/#/!OGEhHVWSdvArJzumhm%3Amatrix.example/%24event1");
        Admin.call().post("/api/v1/channels/" + channel + "/test").then().body("ok", equalTo(true));
        Admin.call()
                .get("/api/v1/channels/" + channel)
                .then()
                .body(not(containsString(MatrixStandIn.TOKEN)))
                .body("settings.room", equalTo(MatrixStandIn.ALIAS));
    }

    @Test
    void repeatsAsTheSameTransactionWhenTheAnswerWasLost() {
        NotifyFlow.create(channel, definition());
        matrix.nextLosesItsAnswer();
        ContentSnapshot episode = show.episode("Lost answer");

        Topics.send(show.defined(), episode);
        NotifyFlow.endPause(dataSource, episode);

        NotifyFlow.awaitStatus(episode, "SENT");
        assertThat(matrix.posts()).hasSize(1);
    }

    @Test
    void looksIntoTheRoomOnceTheTransactionMayBeForgotten() {
        NotifyFlow.create(channel, definition());
        matrix.nextLosesItsAnswer();
        ContentSnapshot episode = show.episode("Found again");
        Topics.send(show.defined(), episode);
        await().atMost(SOON).until(() -> matrix.posts().size() == 1);

        matrix.forgetTransactions();
        await().atMost(SOON)
                .until(() -> NotifyFlow.change(
                                dataSource,
                                "update announcement set first_sending_at = now() - interval '16 minutes',"
                                        + " next_attempt_at = now() where doubtful and status = 'PENDING' and content_id = ?",
                                episode.contentId())
                        == 1);

        NotifyFlow.awaitStatus(episode, "SENT");
        assertThat(matrix.posts()).hasSize(1);
        assertThat(Admin.announcementsOf(episode.contentId()).get(0)).containsEntry("remoteId", "$event1");
    }

    @Test
    void saysAllThatIsWrongWithADefinition() {
        NotifyFlow.logChannel(show);

        Admin.putChannel(channel, "{\"type\":\"matrix\",\"sites\":\"all\",\"settings\":{\"chat\":\"x\"}}")
                .statusCode(400)
                .body("errors.field", hasItems("settings.room", "settings.chat", "matrix"));
    }

    private String definition() {
        return """
                {"type":"matrix","sites":["%s"],"url":"%s","token":"%s","settings":{"room":"%s"}}"""
                .formatted(show.site, matrix.url(), MatrixStandIn.TOKEN, MatrixStandIn.ALIAS);
    }
}
