package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.commitcast.contentevents.ContentSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TelegramFlowTest implements NotifyFlow {
    private final TelegramStandIn telegram = new TelegramStandIn();
    private final SampleShow show = SampleShow.ungated();
    private final String channel = "telegram-" + show.incarnation;

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void postsOnceAndShowsNoToken() {
        NotifyFlow.create(channel, definition("\"" + TelegramStandIn.TOKEN + "\""));
        ContentSnapshot episode = show.episode("Chisels & <gouges>");

        Topics.send(show.defined(), episode);
        NotifyFlow.awaitStatus(episode, "SENT");

        assertThat(telegram.posts())
                .containsExactly("New episode of Lathe Talk: Chisels &amp; &lt;gouges&gt; " + episode.url());
        assertThat(Admin.announcementsOf(episode.contentId()).get(0))
                .containsEntry("url", "https://t.me/lathetalk/5001");
        Admin.putChannel(channel, definition("null")).statusCode(200);
        Admin.call().post("/api/v1/channels/" + channel + "/test").then().body("ok", equalTo(true));
        Admin.call()
                .get("/api/v1/channels/" + channel)
                .then()
                .body(not(containsString(TelegramStandIn.TOKEN)))
                .body("hasSecret", equalTo(true))
                .body("settings.chat", equalTo(TelegramStandIn.CHAT));
    }

    @Test
    void lostAnswerIsLeftToAPersonAndNeverPostedAgain() {
        NotifyFlow.create(channel, definition("\"" + TelegramStandIn.TOKEN + "\""));
        telegram.nextLosesItsAnswer();
        ContentSnapshot episode = show.episode("Lost");

        Topics.send(show.defined(), episode);

        NotifyFlow.awaitStatus(episode, "UNKNOWN");
        assertThat(telegram.posts()).hasSize(1);
    }

    @Test
    void disablesTheChannelThatTheBotWasRemovedFrom() {
        NotifyFlow.create(channel, definition("\"" + TelegramStandIn.TOKEN + "\""));
        telegram.kick();
        ContentSnapshot episode = show.episode("Kicked");

        Topics.send(show.defined(), episode);

        NotifyFlow.awaitStatus(episode, "FAILED");
        Admin.call()
                .get("/api/v1/channels/" + channel)
                .then()
                .body("disabledReason", equalTo("answered 403: Forbidden: bot was kicked from the channel chat"));
    }

    @Test
    void saysAllThatIsWrongWithADefinition() {
        NotifyFlow.logChannel(show);

        Admin.putChannel(
                        channel,
                        """
                        {"type":"telegram","sites":"all","token":"x","settings":{"thread":"top","topic":"y"}}""")
                .statusCode(400)
                .body("errors.field", hasItems("settings.chat", "settings.topic", "telegram"));
    }

    @Test
    void needsNoAddressAndKeepsItsToken() {
        String usual =
                """
                {"type":"telegram","sites":["%s"],"token":%s,"paused":true,"settings":{"chat":"@lathetalk"}}""";

        NotifyFlow.create(channel, usual.formatted(show.site, "\"" + TelegramStandIn.TOKEN + "\""));

        Admin.putChannel(channel, usual.formatted(show.site, "null"))
                .statusCode(200)
                .body("hasSecret", equalTo(true));
        Admin.putChannel(
                        channel,
                        """
                        {"type":"telegram","sites":["%s"],"url":"%s","settings":{"chat":"@lathetalk"}}"""
                                .formatted(show.site, telegram.url()))
                .statusCode(400)
                .body("title", equalTo("Secret needed"));
    }

    private String definition(String token) {
        return """
                {"type":"telegram","sites":["%s"],"url":"%s","token":%s,"settings":{"chat":"@lathetalk"}}"""
                .formatted(show.site, telegram.url(), token);
    }
}
