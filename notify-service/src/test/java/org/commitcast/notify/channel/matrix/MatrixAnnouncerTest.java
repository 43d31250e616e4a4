package org.commitcast.notify.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.commitcast.announcementtext.AnnouncementTemplate;
import org.commitcast.announcementtext.Key;
import org.commitcast.notify.MatrixStandIn;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.ChannelCalls;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.LookUp;
import org.commitcast.notify.channel.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixAnnouncerTest {
    private static final String LINK =
            "https://matrix.to/#/!OGEhHVWSdvArJzumhm%3Amatrix.example/%24event1?via=matrix.example";

    private final MatrixStandIn matrix = new MatrixStandIn();
    private final MatrixAnnouncer announcer = new MatrixAnnouncer(ChannelCalls.http());

    @AfterEach
    void stop() {
        matrix.close();
    }

    @Test
    void sendsAMessageAsTheSpecificationHasIt() {
        Outcome outcome = announcer.announce(
                channel(Map.of("room", MatrixStandIn.ROOM)),
                ChannelCalls.announcement("R&B <b>\nhttps://turning.example/episodes/chisels/ #Wood"));

        assertThat(outcome).isEqualTo(new Outcome.Delivered("$event1", LINK));
        assertThat(matrix.requests())
                .containsExactly(
                        """
                        PUT /_matrix/client/v3/rooms/%21OGEhHVWSdvArJzumhm%3Amatrix.example/send/m.room.message/\
                        7d1f7a3e-0b0e-4b86-9d55-6a2c6f9f2c11
                        {"msgtype":"m.text","body":"R&B <b>\\nhttps://turning.example/episodes/chisels/ #Wood",\
                        "format":"org.matrix.custom.html","formatted_body":"R&amp;B &lt;b&gt;<br>\
                        <a href=\\"https://turning.example/episodes/chisels/\\">\
                        https://turning.example/episodes/chisels/</a> #Wood","m.mentions":{},\
                        "org.commitcast.announcement":"7d1f7a3e-0b0e-4b86-9d55-6a2c6f9f2c11"}""");
    }

    @Test
    void asksOnceWhichRoomAnAliasMeans() {
        ChannelSettings channel = channel(Map.of("room", MatrixStandIn.ALIAS, "notice", "true"));

        assertThat(announcer.announce(channel, ChannelCalls.announcement("One")))
                .isEqualTo(new Outcome.Delivered("$event1", LINK));
        announcer.announce(channel, ChannelCalls.announcement("Two"));

        assertThat(matrix.requests())
                .satisfiesExactly(
                        asked -> assertThat(asked)
                                .isEqualTo("GET /_matrix/client/v3/directory/room/%23lathe%3Amatrix.example"),
                        one -> assertThat(one).contains("\"msgtype\":\"m.notice\""),
                        two -> assertThat(two).startsWith("PUT "));
    }

    @Test
    void repetitionIsOneMessage() {
        matrix.nextLosesItsAnswer();

        assertThat(announce("Lost")).isInstanceOf(Outcome.Unknown.class);
        assertThat(announce("Lost")).isEqualTo(new Outcome.Delivered("$event1", LINK));
        assertThat(matrix.posts()).containsExactly("Lost");
    }

    @Test
    void findsInTheRoomWhatArrivedAmongMuchElse() {
        matrix.nextLosesItsAnswer();
        Announcement announcement = sentJustNow();
        announcer.announce(channel(Map.of("room", MatrixStandIn.ROOM)), announcement);
        matrix.say(45);

        assertThat(announcer.lookUp(channel(Map.of("room", MatrixStandIn.ALIAS)), announcement))
                .isEqualTo(new LookUp.Found("$event1", LINK));
        assertThat(matrix.requests())
                .filteredOn(request -> request.contains("/messages?"))
                .hasSize(3);
    }

    @Test
    void knowsThatWhatIsNotInTheRoomDidNotArrive() {
        matrix.nextIsLost();
        Announcement announcement = sentJustNow();
        announcer.announce(channel(Map.of("room", MatrixStandIn.ROOM)), announcement);
        matrix.say(25);

        assertThat(announcer.lookUp(channel(Map.of("room", MatrixStandIn.ROOM)), announcement))
                .isEqualTo(new LookUp.Absent());
    }

    @Test
    void doesNotKnowWhatArrivedInARoomThatItCannotRead() {
        matrix.kick();

        assertThat(announcer.lookUp(channel(Map.of("room", MatrixStandIn.ROOM)), sentJustNow()))
                .isEqualTo(new LookUp.Unclear("the room's messages cannot be read"));
        assertThat(announcer.lookUp(channel(Map.of("room", "#else:matrix.example")), sentJustNow()))
                .isEqualTo(new LookUp.Unclear("the room cannot be found by its alias"));
    }

    @Test
    void doesNotKnowWhatArrivedBeforeVeryMuchElse() {
        matrix.say(201);

        assertThat(announcer.lookUp(channel(Map.of("room", MatrixStandIn.ROOM)), sentJustNow()))
                .isEqualTo(new LookUp.Unclear("the room has too many newer messages"));
    }

    @Test
    void waitsAsLongAsTheServerSays() {
        matrix.nextText(
                429,
                "application/json",
                "{\"errcode\": \"M_LIMIT_EXCEEDED\", \"error\": \"Too Many Requests\", \"retry_after_ms\": 2500}");

        assertThat(announce("Busy"))
                .isEqualTo(new Outcome.RetryLater("answered 429: Too Many Requests", Duration.ofMillis(2500), false));
    }

    @Test
    void waitsAlsoWhereOnlyTheHeaderSaysHowLong() {
        matrix.next(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "7");
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
        });

        assertThat(announce("Busy")).isEqualTo(new Outcome.RetryLater("answered 429", Duration.ofSeconds(7), false));
    }

    @Test
    void roomThatTheAccountWasRemovedFromTakesNothingMore() {
        matrix.kick();

        assertThat(announce("Gone"))
                .isEqualTo(new Outcome.Rejected("answered 403: User @lathe:matrix.example not in room", true));
    }

    @Test
    void tokenThatIsNotKnownTakesNothingMoreAndIsShownNowhere() {
        ChannelSettings channel = new ChannelSettings(
                "chat", "matrix", URI.create(matrix.url()), "syt_other", null, Map.of("room", MatrixStandIn.ROOM));

        assertThat(announcer.announce(channel, ChannelCalls.announcement("Who?")))
                .isEqualTo(new Outcome.Rejected("answered 401: Invalid access token passed.", true));
        matrix.nextText(400, "application/json", "{\"errcode\": \"M_UNKNOWN\", \"error\": \"what is syt_other?\"}");
        assertThat(announcer.announce(channel, ChannelCalls.announcement("Who?")))
                .isEqualTo(new Outcome.Rejected("answered 400: what is […]?", false));
    }

    @Test
    void aliasOfNoRoomTakesNothingMore() {
        assertThat(announcer.announce(
                        channel(Map.of("room", "#else:matrix.example")), ChannelCalls.announcement("Where?")))
                .isEqualTo(new Outcome.Rejected("answered 404: Room alias not found", true));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 502})
    void nothingHasArrivedWhereTheRoomWasNotFound(int status) {
        matrix.aliasesFail(status);

        assertThat(announcer.announce(channel(Map.of("room", MatrixStandIn.ALIAS)), ChannelCalls.announcement("Later")))
                .isInstanceOfSatisfying(Outcome.RetryLater.class, later -> assertThat(later.arrived())
                        .isFalse());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void mayHaveArrivedWhenTheServerFails(int status) {
        matrix.nextText(status, "text/html", "<html>bad gateway</html>");

        assertThat(announce("Perhaps")).isEqualTo(new Outcome.RetryLater("answered " + status, null, true));
    }

    @Test
    void pageOfSomebodyElseIsNoPost() {
        matrix.nextText(200, "text/html", "<html>welcome</html>");

        assertThat(announce("Who?")).isEqualTo(new Outcome.Unknown("the answer is not an event of Matrix"));
    }

    @Test
    void findsOutWithoutPostingWhetherTheAccountIsInTheRoom() {
        assertThat(announcer.test(channel(Map.of("room", MatrixStandIn.ALIAS))))
                .isEqualTo(new Outcome.Delivered(
                        "@lathe:matrix.example",
                        "https://matrix.to/#/!OGEhHVWSdvArJzumhm%3Amatrix.example?via=matrix.example"));
        matrix.kick();
        assertThat(announcer.test(channel(Map.of("room", MatrixStandIn.ALIAS))))
                .isEqualTo(new Outcome.Rejected(
                        "@lathe:matrix.example is not in the room: invite it, and accept the invitation with that account",
                        false));
        assertThat(matrix.posts()).isEmpty();
    }

    @Test
    void cutsWhatWouldNotFitIntoAnEvent() {
        String text = AnnouncementTemplate.parse("{summary}\n{url}")
                .write(
                        Map.of(
                                Key.SUMMARY,
                                "\"R&B\" && <jazz> ".repeat(2000),
                                Key.URL,
                                "https://turning.example/episodes/chisels/"),
                        announcer.form(channel(Map.of())));

        assertThat(text).hasSizeBetween(7_900, 8_000);
        assertThat(announce(text)).isInstanceOf(Outcome.Delivered.class);
        assertThat(announce("&".repeat(11_000))).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void saysWhatIsWrongWithSettings() {
        assertThat(announcer.complaints(channel(Map.of("room", MatrixStandIn.ALIAS))))
                .isEmpty();
        assertThat(announcer.complaints(channel(Map.of("room", "!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM"))))
                .isEmpty();
        assertThat(announcer.complaints(new ChannelSettings(
                        "chat", "matrix", null, "two words", null, Map.of("room", "lathe", "notice", "yes"))))
                .hasSize(4);
    }

    private static Announcement sentJustNow() {
        Announcement usual = ChannelCalls.announcement("Chisels are out");
        return new Announcement(usual.key(), usual.kind(), usual.text(), usual.item(), Instant.now());
    }

    private Outcome announce(String text) {
        return announcer.announce(channel(Map.of("room", MatrixStandIn.ROOM)), ChannelCalls.announcement(text));
    }

    private ChannelSettings channel(Map<String, String> settings) {
        return new ChannelSettings("chat", "matrix", URI.create(matrix.url()), MatrixStandIn.TOKEN, null, settings);
    }
}
