package org.commitcast.notify.channel;

import java.time.Clock;
import java.time.Instant;
import org.commitcast.notify.outgoing.LoopbackHttp;
import org.jspecify.annotations.Nullable;

/** What backends are tried with. */
public final class ChannelCalls {
    private ChannelCalls() {}

    /** HTTP that reaches stand-ins. */
    public static ChannelHttp http() {
        return new ChannelHttp(LoopbackHttp.create(), Clock.systemUTC());
    }

    /** HTTP of a deployment that allows these addresses beside public ones. */
    public static ChannelHttp http(String allowed) {
        return new ChannelHttp(LoopbackHttp.allowing(allowed), Clock.systemUTC());
    }

    /** An announcement of an episode with this text. */
    public static Announcement announcement(String text) {
        return announcement(text, null);
    }

    /** The same, of an episode with a picture. */
    public static Announcement announcement(String text, @Nullable String image) {
        Instant now = Instant.parse("2026-03-02T06:30:00Z");
        return new Announcement(
                "7d1f7a3e-0b0e-4b86-9d55-6a2c6f9f2c11",
                "new",
                text,
                new Announcement.AnnouncedItem(
                        "turning",
                        "item-1",
                        "episode",
                        "guid-1",
                        "Sharp chisels",
                        "https://turning.example/episodes/chisels/",
                        "Ann shows how she keeps an edge.",
                        image,
                        "en",
                        "https://audio.example/chisels.mp3",
                        now),
                now);
    }
}
