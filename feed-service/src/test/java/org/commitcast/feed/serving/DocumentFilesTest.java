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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentFilesTest {
    private static final DocumentKey KEY = DocumentKey.rss("harbour", "podcast");
    private static final DocumentBody BODY = Bodies.of("<rss/>".getBytes(StandardCharsets.UTF_8));

    private static final Edition EDITION = new Edition("life", 1, 9, 1);
    private static final String LINK = "<https://show.example/podcast.rss>; rel=\"self\"";

    private final Path data;

    DocumentFilesTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void servesAfterARestartWhatWasServedBefore() {
        new ServedDocuments(files()).put(feed(7, Standing.SERVED));

        ServedDocument found = new ServedDocuments(files()).find(KEY).orElseThrow();

        assertThat(found.standing()).isEqualTo(Standing.SERVED);
        assertThat(found.lastModified()).isEqualTo(feed(7, Standing.SERVED).lastModified());
        assertThat(found.body()).extracting(DocumentBody::etag).isEqualTo(BODY.etag());
        assertThat(found.type()).isEqualTo(DocumentType.RSS);
        assertThat(found.link()).isEqualTo(LINK);
        assertThat(found.edition()).isEqualTo(new Edition("life", 1, 9, 0));
    }

    @Test
    void servesAfterARestartWhatLiesInFoldersOfTheSite() {
        DocumentKey chapters = new DocumentKey("harbour", "items/i-1/chapters.json");
        new ServedDocuments(files())
                .put(new ServedDocument(
                        chapters, DocumentType.CHAPTERS, EDITION, Standing.SERVED, Instant.EPOCH, true, null, BODY));

        ServedDocument found = new ServedDocuments(files()).find(chapters).orElseThrow();

        assertThat(found.type()).isEqualTo(DocumentType.CHAPTERS);
        assertThat(found.link()).isNull();
    }

    @Test
    void remembersWhatIsGone() {
        new ServedDocuments(files()).put(feed(7, Standing.GONE));

        assertThat(new ServedDocuments(files()).find(KEY).orElseThrow().standing())
                .isEqualTo(Standing.GONE);
    }

    @Test
    void keepsServingAFeedWhoseStoreWasEmptied() {
        new ServedDocuments(files()).put(feed(7, Standing.SERVED));
        ServedDocuments restarted = new ServedDocuments(files());

        restarted.put(feed(1, Standing.IMPORTING));

        assertThat(restarted.find(KEY).orElseThrow().standing()).isEqualTo(Standing.SERVED);
    }

    @Test
    void keepsServingWhatARestoredDatabaseNoLongerKnows() {
        new ServedDocuments(files()).put(feed(9, 7, Standing.SERVED));
        ServedDocuments restarted = new ServedDocuments(files());

        restarted.put(feed(8, 5, Standing.SERVED));

        assertThat(restarted.find(KEY).orElseThrow().edition().through()).isEqualTo(9);
    }

    @Test
    void leavesNoDraftWhereItCannotWrite() throws IOException {
        Path inTheWay = data.resolve("feeds/harbour/podcast.rss.document/something");
        Files.createDirectories(inTheWay);

        files().keep(feed(7, Standing.SERVED));

        assertThat(data.resolve("feeds/harbour")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void clearsDraftsAwayThatWereNeverFinished() throws IOException {
        new ServedDocuments(files()).put(feed(7, Standing.SERVED));
        Path draft = Files.createFile(data.resolve("feeds/harbour/podcast123.new"));

        assertThat(files().load()).hasSize(1);

        assertThat(draft).doesNotExist();
    }

    @Test
    void clearsAwayWhatVersionsKeptThatKnewFeedsAlone() throws IOException {
        Path folder = Files.createDirectories(data.resolve("feeds/harbour"));
        Path old = Files.createFile(folder.resolve("podcast.rss.feed"));

        assertThat(files().load()).isEmpty();

        assertThat(old).doesNotExist();
    }

    @Test
    void leavesADamagedFileAside() throws IOException {
        new ServedDocuments(files()).put(feed(7, Standing.SERVED));
        Path file = data.resolve("feeds/harbour/podcast.rss.document");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
        Files.writeString(data.resolve("feeds/harbour/other.rss.document"), "");

        assertThat(files().load()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "..,evil.rss",
        "harbour,../evil.rss",
        "harbour,items//evil",
        "harbour,items/../../evil",
        "harbour,/etc/evil"
    })
    void writesNothingUnderNamesThatLeadElsewhere(String site, String file) {
        files().keep(new ServedDocument(
                new DocumentKey(site, file),
                DocumentType.RSS,
                EDITION,
                Standing.SERVED,
                Instant.EPOCH,
                true,
                null,
                BODY));

        assertThat(data).isEmptyDirectory();
    }

    private static ServedDocument feed(long version, Standing standing) {
        return feed(9, version, standing);
    }

    private static ServedDocument feed(long through, long version, Standing standing) {
        return new ServedDocument(
                KEY,
                DocumentType.RSS,
                new Edition("life", 1, through, version),
                standing,
                Instant.parse("2025-03-04T12:00:00.123456Z"),
                true,
                LINK,
                standing == Standing.SERVED ? BODY : null);
    }

    private DocumentFiles files() {
        return new DocumentFiles(new ServingConfig() {
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
