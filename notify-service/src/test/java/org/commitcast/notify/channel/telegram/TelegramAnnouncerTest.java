package org.commitcast.notify.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.commitcast.announcementtext.AnnouncementTemplate;
import org.commitcast.announcementtext.Key;
import org.commitcast.notify.TelegramStandIn;
import org.commitcast.notify.channel.ChannelCalls;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramAnnouncerTest {
    private final TelegramStandIn telegram = new TelegramStandIn();
    private final TelegramAnnouncer announcer = new TelegramAnnouncer(ChannelCalls.http());

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void postsAsTheBotApiDocumentsIt() {
        ChannelSettings channel = channel(Map.of("chat", "@lathetalk", "thread", "7", "silent", "true"));

        Outcome outcome = announcer.announce(channel, ChannelCalls.announcement("<b>Chisels</b> &amp; more"));

        assertThat(outcome).isEqualTo(new Outcome.Delivered("-1001234567890/5001", "https://t.me/lathetalk/5001"));
        assertThat(telegram.requests())
                .containsExactly(
                        """
                        POST /bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/sendMessage
                        {"chat_id":"@lathetalk","message_thread_id":7,"text":"<b>Chisels</b> &amp; more",\
                        "parse_mode":"HTML","link_preview_options":{"url":"https://turning.example/episodes/chisels/"},\
                        "disable_notification":true}""");
    }

    @Test
    void postsToANumberAndLinksForMembers() {
        assertThat(announcer.announce(channel(Map.of("chat", "-1001234567890")), ChannelCalls.announcement("Out")))
                .isEqualTo(new Outcome.Delivered("-1001234567890/5001", "https://t.me/c/1234567890/5001"));
        assertThat(telegram.requests()).singleElement().asString().contains("{\"chat_id\":-1001234567890,");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 429})
    void waitsAsLongAsTelegramSaysWhateverTheStatus(int status) {
        telegram.nextText(
                status,
                "application/json",
                """
                {"ok": false, "error_code": 429, "description": "Too Many Requests: retry after 35",
                 "parameters": {"retry_after": 35}}""");

        assertThat(announce("Busy"))
                .isEqualTo(new Outcome.RetryLater(
                        "answered 429: Too Many Requests: retry after 35", Duration.ofSeconds(35), false));
    }

    @Test
    void waitsAlsoWhereOnlyTheParametersSaySo() {
        telegram.nextText(200, "application/json", "{\"ok\": false, \"parameters\": {\"retry_after\": 3}}");

        assertThat(announce("Busy")).isEqualTo(new Outcome.RetryLater("answered 429", Duration.ofSeconds(3), false));
    }

    @Test
    void followsAGroupThatBecameASupergroup() {
        ChannelSettings channel = channel(Map.of("chat", "-42"));
        telegram.migrate();

        assertThat(announcer.announce(channel, ChannelCalls.announcement("Moved")))
                .isEqualTo(new Outcome.RetryLater(
                        "the group has become a supergroup: from now on its number is -1001234567890", null, false));
        assertThat(announcer.announce(channel, ChannelCalls.announcement("Moved")))
                .isInstanceOf(Outcome.Delivered.class);
        assertThat(telegram.posts()).containsExactly("Moved");
    }

    @Test
    void botThatWasRemovedIsAskedNothingMore() {
        telegram.kick();

        assertThat(announce("Gone"))
                .isEqualTo(new Outcome.Rejected("answered 403: Forbidden: bot was kicked from the channel chat", true));
    }

    @Test
    void chatThatIsNotThereTakesNothingMore() {
        assertThat(announcer.announce(channel(Map.of("chat", "@elsewhere")), ChannelCalls.announcement("Where?")))
                .isEqualTo(new Outcome.Rejected("answered 400: Bad Request: chat not found", true));
    }

    @Test
    void tokenThatWasRevokedTakesNothingMoreAndIsShownNowhere() {
        ChannelSettings channel = new ChannelSettings(
                "chat",
                "telegram",
                URI.create(telegram.url()),
                "110201543:AAother-token_of_somebody",
                null,
                Map.of("chat", "@lathetalk"));

        assertThat(announcer.announce(channel, ChannelCalls.announcement("Revoked")))
                .isEqualTo(new Outcome.Rejected("answered 401: Unauthorized", true));
        telegram.nextText(
                400,
                "application/json",
                "{\"ok\": false, \"description\": \"no /bot110201543:AAother-token_of_somebody/sendMessage\"}");
        assertThat(announcer.announce(channel, ChannelCalls.announcement("Shown")))
                .isEqualTo(new Outcome.Rejected("answered 400: no /bot[…]/sendMessage", false));
    }

    @Test
    void tellsInTelegramsWordsWhatItRefusesOfAText() {
        assertThat(announce("I <3 wood"))
                .isEqualTo(new Outcome.Rejected(
                        "answered 400: Bad Request: can't parse entities: Unsupported start tag at byte offset 0",
                        false));
        assertThat(announce("x".repeat(4097)))
                .isEqualTo(new Outcome.Rejected("answered 400: Bad Request: message is too long", false));
    }

    @Test
    void doesNotKnowWhetherAMessageArrivedWhoseAnswerWasLost() {
        telegram.nextLosesItsAnswer();

        assertThat(announce("Lost")).isInstanceOf(Outcome.Unknown.class);
        assertThat(telegram.posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void mayHaveArrivedWhenTelegramFails(int status) {
        telegram.nextText(status, "text/html", "<html>bad gateway</html>");

        assertThat(announce("Perhaps")).isEqualTo(new Outcome.RetryLater("answered " + status, null, true));
    }

    @Test
    void pageOfSomebodyElseIsNoEndAndNoPost() {
        telegram.nextText(404, "text/html", "<html>not here</html>");
        assertThat(announce("Where?")).isEqualTo(new Outcome.Rejected("answered 404", false));

        telegram.nextText(200, "text/html", "<html>welcome</html>");
        assertThat(announce("Who?")).isEqualTo(new Outcome.Unknown("the answer is not a message of Telegram"));
    }

    @ParameterizedTest
    @CsvSource({
        "administrator, true, true",
        "administrator, false, false",
        "creator, false, true",
        "member, false, false",
        "left, false, false"
    })
    void findsOutWithoutPostingWhetherTheBotMayPost(String member, boolean allowed, boolean mayPost) {
        telegram.botIs(member, allowed);

        Outcome outcome = announcer.test(channel(Map.of("chat", "@lathetalk")));

        assertThat(outcome)
                .isEqualTo(
                        mayPost
                                ? new Outcome.Delivered("-1001234567890", "https://t.me/lathetalk")
                                : new Outcome.Rejected(
                                        "the bot may not post there: make it an administrator that may post", false));
        assertThat(telegram.posts()).isEmpty();
    }

    @Test
    void showsTitlesAsTheyStandAndMarksOfTheTemplateAsMarks() {
        String text = AnnouncementTemplate.parse("<b>{title}</b> <a href=\"{url}\">listen</a>")
                .write(
                        Map.of(Key.TITLE, "R&B <i>\"5 > 4\"</i>", Key.URL, "https://turning.example/?a=1&b=\"2\""),
                        announcer.form(channel(Map.of())));

        assertThat(text)
                .isEqualTo("<b>R&amp;B &lt;i&gt;&quot;5 &gt; 4&quot;&lt;/i&gt;</b>"
                        + " <a href=\"https://turning.example/?a=1&amp;b=&quot;2&quot;\">listen</a>");
    }

    @Test
    void takesAsMuchAsTelegramDoesWhateverEscapingAdds() {
        String text = AnnouncementTemplate.parse("<b>{title}</b>\n{url}")
                .write(
                        Map.of(Key.TITLE, "a & b ".repeat(900), Key.URL, "https://turning.example/"),
                        announcer.form(channel(Map.of())));

        assertThat(announce(text)).isInstanceOf(Outcome.Delivered.class);
        assertThat(announce(text + "x".repeat(20))).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void saysWhatIsWrongWithSettings() {
        assertThat(announcer.complaints(channel(Map.of("chat", "@lathetalk", "thread", "7", "silent", "false"))))
                .isEmpty();
        assertThat(announcer.complaints(
                        new ChannelSettings("chat", "telegram", null, "bot1/../x", null, Map.of("chat", "lathe talk"))))
                .hasSize(2);
        assertThat(announcer.complaints(channel(Map.of("chat", "7", "thread", "top", "silent", "yes"))))
                .hasSize(2);
    }

    private Outcome announce(String text) {
        return announcer.announce(channel(Map.of("chat", "@lathetalk")), ChannelCalls.announcement(text));
    }

    private ChannelSettings channel(Map<String, String> settings) {
        return new ChannelSettings(
                "chat", "telegram", URI.create(telegram.url()), TelegramStandIn.TOKEN, null, settings);
    }
}
