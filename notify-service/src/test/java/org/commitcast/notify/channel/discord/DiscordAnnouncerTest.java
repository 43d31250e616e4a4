package org.commitcast.notify.channel.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.commitcast.announcementtext.AnnouncementTemplate;
import org.commitcast.announcementtext.Key;
import org.commitcast.notify.DiscordStandIn;
import org.commitcast.notify.channel.ChannelCalls;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordAnnouncerTest {
    private final DiscordStandIn discord = new DiscordStandIn();
    private final DiscordAnnouncer announcer = new DiscordAnnouncer(ChannelCalls.http());

    @AfterEach
    void stop() {
        discord.close();
    }

    @Test
    void postsAndKeepsTheMessagesId() {
        assertThat(announce("Chisels are out")).isEqualTo(new Outcome.Delivered("5001", null));
        assertThat(discord.posts()).containsExactly("Chisels are out");
    }

    @Test
    void postsIntoTheThreadThatTheAddressNames() {
        Outcome outcome = announcer.announce(
                channel(discord.webhook() + "?thread_id=9"), ChannelCalls.announcement("In a thread"));

        assertThat(outcome).isEqualTo(new Outcome.Delivered("5001", null));
    }

    @Test
    void waitsAsLongAsTheBodySays() {
        discord.nextText(
                429,
                "application/json",
                "{\"message\": \"You are being rate limited.\", \"retry_after\": 64.57, \"global\": false}");

        assertThat(announce("Busy"))
                .isEqualTo(new Outcome.RetryLater(
                        "answered 429: You are being rate limited.", Duration.ofMillis(64_570), false));
    }

    @Test
    void tellsInDiscordsWordsWhatItRefuses() {
        assertThat(announce("x".repeat(2001)))
                .isEqualTo(new Outcome.Rejected("answered 400: Invalid Form Body", false));
    }

    @Test
    void webhookThatWasDeletedTakesNothingMore() {
        discord.delete();

        assertThat(announce("Gone")).isEqualTo(new Outcome.Rejected("the webhook was deleted at Discord", true));
        assertThat(announcer.test(channel(discord.webhook())))
                .isEqualTo(new Outcome.Rejected("the webhook was deleted at Discord", true));
    }

    @Test
    void doesNotKnowWhetherAMessageArrivedWhoseAnswerWasLost() {
        discord.nextLosesItsAnswer();

        assertThat(announce("Lost")).isInstanceOf(Outcome.Unknown.class);
        assertThat(discord.posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void mayHaveArrivedWhenDiscordFails(int status) {
        discord.nextText(status, "text/html", "<html>bad gateway</html>");

        assertThat(announce("Perhaps")).isEqualTo(new Outcome.RetryLater("answered " + status, null, true));
    }

    @Test
    void looksAtTheWebhookWithoutPosting() {
        assertThat(announcer.test(channel(discord.webhook()))).isEqualTo(new Outcome.Delivered("1199", null));
        assertThat(discord.posts()).isEmpty();
    }

    @Test
    void wantsAWebhooksAddress() {
        assertThat(announcer.complaints(channel(discord.webhook()))).isEmpty();
        assertThat(announcer.complaints(channel(discord.webhook() + "?thread_id=9")))
                .isEmpty();
        assertThat(announcer.complaints(channel("https://discord.com/channels/1/2")))
                .hasSize(1);
        assertThat(announcer.complaints(channel(discord.webhook() + "?wait=false")))
                .hasSize(1);
        assertThat(announcer.complaints(channel(discord.webhook() + "#here"))).hasSize(1);
    }

    @Test
    void showsTitlesAsTheyStandAndMarksOfTheTemplateAsMarks() {
        String text = AnnouncementTemplate.parse("**{title}**\n{summary}\n{tags}\n{url}")
                .write(
                        Map.of(
                                Key.TITLE, "snake_case and *stars* for <@42> [here](https://a.example)",
                                Key.SUMMARY, "# not a heading",
                                Key.TAGS, "#Wood",
                                Key.URL, "https://turning.example/a_b_c"),
                        announcer.form(channel(discord.webhook())));

        assertThat(text)
                .isEqualTo(
                        """
                        **snake\\_case and \\*stars\\* for \\<@42> \\[here\\](https://a.example)**
                        \\# not a heading
                        #Wood
                        https://turning.example/a_b_c""");
    }

    private Outcome announce(String text) {
        return announcer.announce(channel(discord.webhook()), ChannelCalls.announcement(text));
    }

    private static ChannelSettings channel(String url) {
        return new ChannelSettings("chat", "discord", URI.create(url), null, null, Map.of());
    }
}
