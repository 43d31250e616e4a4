package org.commitcast.notify.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    private static String json(@Nullable String language, @Nullable String media) {
        Announcement.AnnouncedItem item = new Announcement.AnnouncedItem(
                "lathe", "i1", "episode", "g1", "Chisels", "https://lathe.example/1/", language, media, SUNRISE);
        return new String(
                WebhookPayload.of(new Announcement("k1", "new", "New: Chisels", item, SUNRISE)),
                StandardCharsets.UTF_8);
    }
}
