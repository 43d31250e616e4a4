package org.commitcast.notify.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.commitcast.notify.BlueskyAccountStandIn;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.ChannelCalls;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlueskyAnnouncerTest {
    private final BlueskyAccountStandIn server = new BlueskyAccountStandIn();
    private final BlueskyAnnouncer announcer = new BlueskyAnnouncer(ChannelCalls.http());

    @AfterEach
    void stop() {
        server.close();
    }

    /** The request as it is documented.
     *
     * @see <a href="https://docs.bsky.app/docs/advanced-guides/posts">Posts</a>
     */
    @Test
    void postsWithLinkAndCard() {
        Outcome outcome =
                announce(ChannelCalls.announcement("Sharp chisels: https://turning.example/episodes/chisels/ #Wood"));

        String key = server.keys().get(0);
        assertThat(outcome)
                .isEqualTo(new Outcome.Delivered(
                        "at://" + BlueskyAccountStandIn.DID + "/app.bsky.feed.post/" + key,
                        "https://bsky.app/profile/" + BlueskyAccountStandIn.DID + "/post/" + key));
        assertThat(server.posts())
                .singleElement()
                .hasToString(
                        """
                        {"$type":"app.bsky.feed.post",\
                        "text":"Sharp chisels: https://turning.example/episodes/chisels/ #Wood",\
                        "createdAt":"2026-03-02T06:30:00Z","langs":["en"],\
                        "facets":[{"index":{"byteStart":15,"byteEnd":56},"features":[\
                        {"$type":"app.bsky.richtext.facet#link","uri":"https://turning.example/episodes/chisels/"}]},\
                        {"index":{"byteStart":57,"byteEnd":62},"features":[\
                        {"$type":"app.bsky.richtext.facet#tag","tag":"Wood"}]}],\
                        "embed":{"$type":"app.bsky.embed.external","external":{\
                        "uri":"https://turning.example/episodes/chisels/","title":"Sharp chisels",\
                        "description":"Ann shows how she keeps an edge."}}}""");
    }

    @Test
    void showsTheItemsPictureOnTheCard() {
        announce(ChannelCalls.announcement("With a picture", server.url() + "/picture.jpg"));

        assertThat(thumbnail().path("mimeType").asText()).isEqualTo("image/jpeg");
        assertThat(thumbnail().path("size").asInt()).isEqualTo(20_000);
    }

    @Test
    void postsWithoutAPictureThatIsTooLargeOrMissing() {
        announce(ChannelCalls.announcement("Too large", server.url() + "/poster.jpg"));
        assertThat(thumbnail().isMissingNode()).isTrue();

        announce(ChannelCalls.announcement("Missing", server.url() + "/missing.jpg"));
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void isThereOnceWhenItIsPutAgainAfterALostAnswer() {
        Announcement announcement = ChannelCalls.announcement("Lost answer");
        server.nextPostLosesItsAnswer();

        assertThat(announce(announcement)).isInstanceOf(Outcome.Unknown.class);
        assertThat(announce(announcement)).isInstanceOf(Outcome.Delivered.class);

        assertThat(server.posts()).hasSize(1);
    }

    /** Who writes documents is not to see what only this deployment reaches. */
    @Test
    void fetchesNoPictureFromWhereOnlyTheDeploymentGets() {
        BlueskyAnnouncer allowed = new BlueskyAnnouncer(ChannelCalls.http("127.0.0.0/8"));

        allowed.announce(
                channel(BlueskyAccountStandIn.PASSWORD),
                ChannelCalls.announcement("Not for all", server.url() + "/picture.jpg"));

        assertThat(server.posts()).hasSize(1);
        assertThat(thumbnail().isMissingNode()).isTrue();
    }

    @Test
    void keepsTokensToItselfThatAProxyRepeats() {
        server.nextText(502, "text/plain", "upstream failed: Authorization: Bearer access-1 eyJhbGciOi.eyJzdWIi.sig_1");

        assertThat(announce(ChannelCalls.announcement("Repeated")))
                .isEqualTo(new Outcome.RetryLater("answered 502: upstream failed: Authorization: […] […]", null, true));
    }

    @Test
    void keepsItsSessionForThePostsThatFollow() {
        announce(ChannelCalls.announcement("One"));
        announce(ChannelCalls.announcement("Two"));

        assertThat(server.sessionsMade()).isEqualTo(1);
    }

    @Test
    void opensAnotherSessionWhenTheServerHasEndedIt() {
        announce(ChannelCalls.announcement("One"));
        server.endSessions();

        assertThat(announce(ChannelCalls.announcement("Two")))
                .isEqualTo(new Outcome.RetryLater("the session was over", null, false));
        assertThat(announce(ChannelCalls.announcement("Two"))).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void tellsThatThePasswordIsRefused() {
        ChannelSettings wrong = channel("nonsense");

        assertThat(announcer.announce(wrong, ChannelCalls.announcement("Never")))
                .isEqualTo(new Outcome.Rejected("no session: answered 401: Invalid identifier or password", true));
        assertThat(announcer.test(wrong)).isInstanceOf(Outcome.Rejected.class);
        assertThat(announcer.test(channel(BlueskyAccountStandIn.PASSWORD))).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() {
        server.nextStatus(429, "RateLimit-Reset", "120");

        assertThat(announce(ChannelCalls.announcement("Busy")))
                .isEqualTo(new Outcome.RetryLater("answered 429", Duration.ofMinutes(2), false));
    }

    @Test
    void tellsInItsWordsWhatTheServerRefuses() {
        assertThat(announce(ChannelCalls.announcement("x".repeat(301))))
                .isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> assertThat(rejected.reason())
                        .startsWith("answered 400: Invalid app.bsky.feed.post record")
                        .doesNotContain(BlueskyAccountStandIn.PASSWORD));
    }

    private JsonNode thumbnail() {
        return server.posts().get(0).path("embed").path("external").path("thumb");
    }

    private Outcome announce(Announcement announcement) {
        return announcer.announce(channel(BlueskyAccountStandIn.PASSWORD), announcement);
    }

    private ChannelSettings channel(String password) {
        return new ChannelSettings(
                "sky",
                "bluesky",
                URI.create(server.url()),
                password,
                null,
                Map.of("handle", "@" + BlueskyAccountStandIn.HANDLE));
    }
}
