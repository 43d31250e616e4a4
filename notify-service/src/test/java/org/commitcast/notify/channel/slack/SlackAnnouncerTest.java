package org.commitcast.notify.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.commitcast.announcementtext.AnnouncementTemplate;
import org.commitcast.announcementtext.Key;
import org.commitcast.notify.SlackStandIn;
import org.commitcast.notify.channel.ChannelCalls;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackAnnouncerTest {
    private final SlackStandIn server = new SlackStandIn();
    private final SlackAnnouncer announcer = new SlackAnnouncer(ChannelCalls.http());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void postsToSlackWithACardAndWithoutMarkup() {
        assertThat(announce(SlackStandIn.SLACK, "Chisels are out")).isEqualTo(new Outcome.Delivered(null, null));
        assertThat(server.requests())
                .containsExactly(
                        """
                        POST /services/T00000000/B00000000/s3cretS3cretS3cretS3cret
                        {"text":"Chisels are out","mrkdwn":false,"unfurl_links":true}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {SlackStandIn.MATTERMOST, SlackStandIn.ROCKET_CHAT})
    void postsToServersThatTakeTheSame(String webhook) {
        assertThat(announce(webhook, "Chisels are out")).isEqualTo(new Outcome.Delivered(null, null));
        assertThat(server.requests()).containsExactly("POST " + webhook + "\n{\"text\":\"Chisels are out\"}");
    }

    @Test
    void waitsAsLongAsSlackSays() {
        server.next(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "30");
            exchange.sendResponseHeaders(429, 0);
            exchange.getResponseBody().write("rate_limited".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.close();
        });

        assertThat(announce(SlackStandIn.SLACK, "Busy"))
                .isEqualTo(new Outcome.RetryLater("answered 429: rate_limited", Duration.ofSeconds(30), false));
    }

    @ParameterizedTest
    @CsvSource({
        "404, no_service",
        "404, no_team",
        "403, invalid_token",
        "403, action_prohibited",
        "403, posting_to_general_channel_denied",
        "404, channel_not_found",
        "410, channel_is_archived"
    })
    void endsWithTheWebhookItsTeamOrItsChannel(int status, String word) {
        server.nextText(status, "text/html", word);

        assertThat(announce(SlackStandIn.SLACK, "Gone"))
                .isEqualTo(new Outcome.Rejected("answered " + status + ": " + word, true));
    }

    @Test
    void messageThatSlackDoesNotTakeIsNoEndOfTheChannel() {
        server.nextText(400, "text/html", "invalid_payload");

        assertThat(announce(SlackStandIn.SLACK, "Odd"))
                .isEqualTo(new Outcome.Rejected("answered 400: invalid_payload", false));
    }

    @Test
    void endsWithAWebhookThatMattermostDoesNotKnowAndShowsNoId() {
        assertThat(announce("/hooks/anotherhook0withsecretid000", "Gone"))
                .isEqualTo(new Outcome.Rejected("answered 400: Invalid webhook […].", true));
    }

    @Test
    void endsWhereMattermostHasTurnedWebhooksOff() {
        server.nextText(
                501,
                "application/json",
                "{\"id\": \"web.incoming_webhook.disabled.app_error\", \"message\": \"Incoming webhooks are disabled.\"}");

        assertThat(announce(SlackStandIn.MATTERMOST, "Off"))
                .isEqualTo(new Outcome.Rejected("answered 501: Incoming webhooks are disabled.", true));
    }

    @Test
    void endsWithAWebhookThatRocketChatDoesNotKnow() {
        assertThat(announce("/hooks/vPmcTZjPGQRN7FR8z/another", "Gone"))
                .isEqualTo(new Outcome.Rejected("answered 400: Invalid integration id or token provided.", true));
    }

    @Test
    void doesNotKnowWhetherAMessageArrivedWhoseAnswerWasLost() {
        server.nextLosesItsAnswer();

        assertThat(announce(SlackStandIn.SLACK, "Lost")).isInstanceOf(Outcome.Unknown.class);
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void pageWithStatus200IsNoPost() {
        server.nextText(200, "text/html", "<html>Please sign in</html>");

        assertThat(announce(SlackStandIn.SLACK, "Where?"))
                .isEqualTo(new Outcome.Unknown("the answer is not one of an incoming webhook"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void mayHaveArrivedWhenTheServerFails(int status) {
        server.nextText(status, "text/html", "<html>bad gateway</html>");

        assertThat(announce(SlackStandIn.SLACK, "Perhaps"))
                .isEqualTo(new Outcome.RetryLater("answered " + status, null, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {SlackStandIn.SLACK, SlackStandIn.ROCKET_CHAT})
    void findsOutWithoutPostingWhetherTheWebhookExists(String webhook) {
        assertThat(announcer.test(channel(webhook))).isEqualTo(new Outcome.Delivered(null, null));
        assertThat(announcer.test(channel(webhook + "x"))).isInstanceOf(Outcome.Rejected.class);
        assertThat(server.posts()).isEmpty();
    }

    @Test
    void saysThatMattermostDoesNotTellWithoutAPost() {
        assertThat(announcer.test(channel(SlackStandIn.MATTERMOST)))
                .isEqualTo(new Outcome.Unknown("the server takes webhooks; whether it knows this one, Mattermost tells"
                        + " only when it is posted to"));
        assertThat(server.posts()).isEmpty();
    }

    @Test
    void titlesCallNobodyAndAreShownAsTheyStandInSlack() {
        assertThat(written(SlackStandIn.SLACK))
                .isEqualTo(
                        "R&amp;B &lt;!channel&gt; *a_b* [x](https://a.example) <https://turning.example/?a=1&amp;b=2%7C3>");
    }

    @Test
    void titlesCallNobodyAndAreShownAsTheyStandInMattermost() {
        assertThat(written(SlackStandIn.MATTERMOST))
                .isEqualTo("R&B &lt;!channel> \\*a\\_b\\* \\[x\\](https://a.example)"
                        + " https://turning.example/?a=1&b=2|3");
        assertThat(ChatMarkup.escapedForMattermost("&copy; 2026")).isEqualTo("&amp;copy; 2026");
        assertThat(ChatMarkup.escapedForMattermost("# 1")).isEqualTo("\\# 1");
    }

    @Test
    void titlesHideNoLinksInRocketChat() {
        assertThat(written(SlackStandIn.ROCKET_CHAT))
                .isEqualTo("R&B <\u200b!channel> *a_b* [x]\u200b(https://a.example)"
                        + " https://turning.example/?a=1&b=2|3");
    }

    @Test
    void takesTheAddressesThatTheServersGive() {
        assertThat(announcer.complaints(channel(SlackStandIn.SLACK))).isEmpty();
        assertThat(announcer.complaints(channel(SlackStandIn.MATTERMOST))).isEmpty();
        assertThat(announcer.complaints(channel("/chat" + SlackStandIn.ROCKET_CHAT)))
                .isEmpty();
        assertThat(announcer.complaints(channel("/triggers/T0/1/x"))).hasSize(1);
        assertThat(announcer.complaints(new ChannelSettings("chat", "slack", null, null, null, Map.of())))
                .hasSize(1);
    }

    private String written(String webhook) {
        String text = AnnouncementTemplate.parse("{title} {url}")
                .write(
                        Map.of(
                                Key.TITLE, "R&B <!channel> *a_b* [x](https://a.example)",
                                Key.URL, "https://turning.example/?a=1&b=2|3"),
                        announcer.form(channel(webhook)));
        assertThat(announce(webhook, text)).isInstanceOf(Outcome.Delivered.class);
        return text;
    }

    private Outcome announce(String webhook, String text) {
        return announcer.announce(channel(webhook), ChannelCalls.announcement(text));
    }

    private ChannelSettings channel(String webhook) {
        return new ChannelSettings("chat", "slack", URI.create(server.url() + webhook), null, null, Map.of());
    }
}
