package org.commitcast.feed.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedFilesTest {
    private static final FeedKey KEY = FeedKey.rss("harbour", "podcast");
    private static final FeedBody BODY = Bodies.of("<rss/>".getBytes(StandardCharsets.UTF_8));

    private final Path data;

    FeedFilesTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void servesAfterARestartWhatWasServedBefore() {
        new ServedFeeds(files()).put(feed(7, Standing.SERVED));

        ServedFeed found = new ServedFeeds(files()).find(KEY).orElseThrow();

        assertThat(found.standing()).isEqualTo(Standing.SERVED);
        assertThat(found.lastModified()).isEqualTo(feed(7, Standing.SERVED).lastModified());
        assertThat(found.body()).extracting(FeedBody::etag).isEqualTo(BODY.etag());
        assertThat(found.edition()).isEqualTo(new Edition("life", 1, 9, 0));
    }

    @Test
    void remembersWhatIsGone() {
        new ServedFeeds(files()).put(feed(7, Standing.GONE));

        assertThat(new ServedFeeds(files()).find(KEY).orElseThrow().standing()).isEqualTo(Standing.GONE);
    }

    @Test
    void keepsServingAFeedWhoseStoreWasEmptied() {
        new ServedFeeds(files()).put(feed(7, Standing.SERVED));
        ServedFeeds restarted = new ServedFeeds(files());

        restarted.put(feed(1, Standing.IMPORTING));

        assertThat(restarted.find(KEY).orElseThrow().standing()).isEqualTo(Standing.SERVED);
    }

    @Test
    void keepsServingWhatARestoredDatabaseNoLongerKnows() {
        new ServedFeeds(files()).put(feed(9, 7, Standing.SERVED));
        ServedFeeds restarted = new ServedFeeds(files());

        restarted.put(feed(8, 5, Standing.SERVED));

        assertThat(restarted.find(KEY).orElseThrow().edition().through()).isEqualTo(9);
    }

    @Test
    void leavesNoDraftWhereItCannotWrite() throws IOException {
        Path inTheWay = data.resolve("feeds/harbour/podcast.rss.feed/something");
        Files.createDirectories(inTheWay);

        files().keep(feed(7, Standing.SERVED));

        assertThat(data.resolve("feeds/harbour")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void clearsDraftsAwayThatWereNeverFinished() throws IOException {
        new ServedFeeds(files()).put(feed(7, Standing.SERVED));
        Path draft = Files.createFile(data.resolve("feeds/harbour/podcast123.new"));

        assertThat(files().load()).hasSize(1);

        assertThat(draft).doesNotExist();
    }

    @Test
    void clearsAwayWhatWasKeptBeforeThereWereFormats() throws IOException {
        Path folder = Files.createDirectories(data.resolve("feeds/harbour"));
        Path old = Files.createFile(folder.resolve("podcast.feed"));

        assertThat(files().load()).isEmpty();

        assertThat(old).doesNotExist();
    }

    @Test
    void leavesADamagedFileAside() throws IOException {
        new ServedFeeds(files()).put(feed(7, Standing.SERVED));
        Path file = data.resolve("feeds/harbour/podcast.rss.feed");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
        Files.writeString(data.resolve("feeds/harbour/other.rss.feed"), "");

        assertThat(files().load()).isEmpty();
    }

    @Test
    void writesNothingUnderNamesThatLeadElsewhere() {
        files().keep(new ServedFeed(
                FeedKey.rss("..", "evil"), new Edition("life", 1, 9, 1), Standing.SERVED, Instant.EPOCH, true, BODY));

        assertThat(data).isEmptyDirectory();
    }

    private static ServedFeed feed(long version, Standing standing) {
        return feed(9, version, standing);
    }

    private static ServedFeed feed(long through, long version, Standing standing) {
        return new ServedFeed(
                KEY,
                new Edition("life", 1, through, version),
                standing,
                Instant.parse("2025-03-04T12:00:00.123456Z"),
                true,
                standing == Standing.SERVED ? BODY : null);
    }

    private FeedFiles files() {
        return new FeedFiles(new ServingConfig() {
            @Override
            public URI publicUrl() {
                return URI.create("https://commitcast.example");
            }

            @Override
            public Path data() {
                return data;
            }

            @Override
            public Duration maxAge() {
                return Duration.ofSeconds(60);
            }

            @Override
            public Duration staleWhileRevalidate() {
                return Duration.ofMinutes(10);
            }

            @Override
            public Duration staleIfError() {
                return Duration.ofDays(7);
            }

            @Override
            public Duration retryAfter() {
                return Duration.ofSeconds(30);
            }
        });
    }
}
