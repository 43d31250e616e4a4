package org.commitcast.notify.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.commitcast.notify.channel.Announcement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookPayloadTest {
    private static final Instant SUNRISE = Instant.parse("2026-03-01T06:30:00Z");

    @Test
    void holdsAllThatIsKnown() {
        assertThat(json("en", "https://audio.example/1.mp3"))
                .isEqualTo(
                        """
                        {"type":"item.new","timestamp":"2026-03-01T06:30:00Z","data":{"text":"New: Chisels",\
                        "site":"lathe","item":"i1","kind":"episode","guid":"g1","title":"Chisels",\
                        "url":"https://lathe.example/1/","language":"en","media":"https://audio.example/1.mp3",\
                        "published":"2026-03-01T06:30:00Z"}}""");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(json(null, null)).doesNotContain("null", "language", "media");
    }

    @Test
    void tellsMaintainersWhereToSubmit() {
        var reddit = new Announcement.Submission(
                "reddit",
                "turning",
                "https://www.reddit.com/r/turning/submit?url=a",
                "https://c.example/discussions/submit/t",
                SUNRISE);
        var bluesky =
                new Announcement.Submission("bluesky", null, "https://bsky.app/intent/compose?text=a", null, SUNRISE);
        var asked = new Announcement("k1", "submit", "Please", item(null, null), SUNRISE, List.of(reddit, bluesky));

        assertThat(new String(WebhookPayload.of(asked), StandardCharsets.UTF_8))
                .startsWith("{\"type\":\"item.submit\"")
                .contains(
                        """
                        "submissions":[{"platform":"reddit","community":"turning",\
                        "submit":"https://www.reddit.com/r/turning/submit?url=a",\
                        "page":"https://c.example/discussions/submit/t","expires":"2026-03-01T06:30:00Z"},\
                        {"platform":"bluesky","submit":"https://bsky.app/intent/compose?text=a"}]""");
        assertThat(asked.toString()).doesNotContain("/discussions/submit/t");
    }

    private static String json(@Nullable String language, @Nullable String media) {
        return new String(
                WebhookPayload.of(new Announcement("k1", "new", "New: Chisels", item(language, media), SUNRISE)),
                StandardCharsets.UTF_8);
    }

    private static Announcement.AnnouncedItem item(@Nullable String language, @Nullable String media) {
        return new Announcement.AnnouncedItem(
                "lathe",
                "i1",
                "episode",
                "g1",
                "Chisels",
                "https://lathe.example/1/",
                null,
                null,
                language,
                media,
                SUNRISE);
    }
}
