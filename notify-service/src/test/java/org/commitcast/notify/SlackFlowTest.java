package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.commitcast.contentevents.ContentSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SlackFlowTest implements NotifyFlow {
    private final SlackStandIn server = new SlackStandIn();
    private final SampleShow show = SampleShow.ungated();
    private final String channel = "slack-" + show.incarnation;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void postsOnceAndShowsNoAddress() {
        NotifyFlow.create(channel, definition(SlackStandIn.SLACK));
        ContentSnapshot episode = show.episode("Chisels <!here>");

        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENT");

        assertThat(server.posts())
                .containsExactly("New episode of Lathe Talk: Chisels &lt;!here&gt; <" + episode.url() + ">");
        Admin.call()
                .get("/api/v1/channels/" + channel)
                .then()
                .body(not(containsString("s3cret")))
                .body("url", equalTo(server.url()));
        Admin.call().post("/api/v1/channels/" + channel + "/test").then().body("ok", equalTo(true));
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void disablesTheChannelThatWasArchivedAndShowsNoAddress() {
        NotifyFlow.create(channel, definition(SlackStandIn.SLACK));
        server.archive();
        ContentSnapshot episode = show.episode("Archived");

        Topics.send(show.defined(), episode);

        NotifyFlow.awaitStatus(episode, "FAILED");
        Admin.call()
                .get("/api/v1/channels/" + channel)
                .then()
                .body("disabledReason", equalTo("answered 410: channel_is_archived"));
    }

    @Test
    void lostAnswerIsLeftToAPersonAndNeverPostedAgain() {
        NotifyFlow.create(channel, definition(SlackStandIn.ROCKET_CHAT));
        server.nextLosesItsAnswer();
        ContentSnapshot episode = show.episode("Lost");

        Topics.send(show.defined(), episode);

        NotifyFlow.awaitStatus(episode, "UNKNOWN");
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void saysWhichAddressesItTakesWithoutRepeatingTheOneThatWasGiven() {
        NotifyFlow.logChannel(show);

        Admin.putChannel(channel, definition("/triggers/T0/s3cret"))
                .statusCode(400)
                .body(not(containsString("s3cret")))
                .body("errors.detail", hasItem(containsString("Mattermost (.../hooks/…)")));
    }

    private String definition(String webhook) {
        return """
                {"type":"slack","sites":["%s"],"url":"%s%s"}"""
                .formatted(show.site, server.url(), webhook);
    }
}
