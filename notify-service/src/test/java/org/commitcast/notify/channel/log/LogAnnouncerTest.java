package org.commitcast.notify.channel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.ChannelSettings;
import org.junit.jupiter.api.Test;

class LogAnnouncerTest {
    private static final ChannelSettings CHANNEL = new ChannelSettings("diary", "log", null, null, null, Map.of());

    @Test
    void writesTheTextWithTheNamesByWhichItIsFound() {
        Instant now = Instant.parse("2026-03-02T06:30:00Z");
        Announcement.AnnouncedItem item = new Announcement.AnnouncedItem(
                "lathe",
                "item-1",
                "episode",
                "guid-1",
                "Chisels",
                "https://lathe.example/1",
                null,
                null,
                null,
                null,
                now);

        List<String> lines = linesOf(() ->
                new LogAnnouncer().announce(CHANNEL, new Announcement("key", "new", "Chisels are out", item, now)));

        assertThat(lines).containsExactly("announced (channel=diary site=lathe item=item-1): Chisels are out");
    }

    @Test
    void writesForMaintainersWhereThreadsAreGiven() {
        Instant now = Instant.parse("2026-03-02T06:30:00Z");
        Announcement.AnnouncedItem item = new Announcement.AnnouncedItem(
                "lathe",
                "item-1",
                "episode",
                "guid-1",
                "Chisels",
                "https://lathe.example/1",
                null,
                null,
                null,
                null,
                now);
        var reddit = new Announcement.Submission(
                "reddit", "turning", "https://www.reddit.com/r/turning/submit", "https://c.example/p", now);
        var unaddressed = new Announcement.Submission("bluesky", null, "https://bsky.app/intent/compose", null, now);

        List<String> lines = linesOf(() -> new LogAnnouncer()
                .announce(
                        CHANNEL, new Announcement("key", "submit", "Please", item, now, List.of(reddit, unaddressed))));

        assertThat(lines)
                .containsExactly(
                        "announced (channel=diary site=lathe item=item-1): Please",
                        "thread's address wanted until 2026-03-02T06:30:00Z"
                                + " (channel=diary site=lathe item=item-1 platform=reddit): https://c.example/p");
    }

    private static List<String> linesOf(Runnable work) {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                Object[] values = line.getParameters();
                lines.add(values == null ? line.getMessage() : String.format(line.getMessage(), values));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(LogAnnouncer.class.getName());
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
        }
        return lines;
    }
}
