package org.commitcast.feed.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentFilesTest {
    private static final URI NEW_ADDRESS = URI.create("https://new.example/podcast.rss");
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
        put(feed(7, Standing.SERVED));

        ServedDocument found = served().find(KEY).orElseThrow();

        assertThat(found.standing()).isEqualTo(Standing.SERVED);
        assertThat(found.lastModified())
                .isEqualTo(feed(7, Standing.SERVED).head().lastModified());
        assertThat(found.body()).isEqualTo(BODY.facts());
        assertThat(found.type()).isEqualTo(DocumentType.RSS);
        assertThat(found.link()).isEqualTo(LINK);
        assertThat(found.edition()).isEqualTo(new Edition("life", 1, 9, 0));
    }

    @Test
    void servesAfterARestartWhatLiesInFoldersOfTheSite() {
        DocumentKey chapters = new DocumentKey("harbour", "items/i-1/chapters.json");
        put(new WholeDocument(
                new ServedDocument(
                        chapters,
                        DocumentType.CHAPTERS,
                        EDITION,
                        Standing.SERVED,
                        Instant.EPOCH,
                        true,
                        null,
                        BODY.facts()),
                BODY));

        ServedDocument found = served().find(chapters).orElseThrow();

        assertThat(found.type()).isEqualTo(DocumentType.CHAPTERS);
        assertThat(found.link()).isNull();
    }

    @Test
    void remembersWhereReadersAreToGoInstead() {
        ServedDocument head = feed(7, Standing.SERVED).head();
        put(new WholeDocument(
                new ServedDocument(
                        KEY,
                        head.type(),
                        head.edition(),
                        head.standing(),
                        head.lastModified(),
                        head.dateDecides(),
                        LINK,
                        NEW_ADDRESS,
                        head.body()),
                BODY));

        ServedDocument found = served().find(KEY).orElseThrow();

        assertThat(found.elsewhere()).isEqualTo(NEW_ADDRESS);
        assertThat(found.link()).isEqualTo(LINK);
    }

    @Test
    void readsWhatVersionsKeptThatSentNobodyElsewhere() throws IOException {
        put(feed(7, Standing.SERVED));
        Path file = data.resolve("feeds/harbour/podcast.rss.document");
        String kept = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, kept.replaceFirst("\t-\n", "\n"), StandardCharsets.ISO_8859_1);

        ServedDocument found = served().find(KEY).orElseThrow();

        assertThat(found.elsewhere()).isNull();
        assertThat(found.body()).isEqualTo(BODY.facts());
    }

    @Test
    void remembersWhatIsGone() {
        put(feed(7, Standing.GONE));

        assertThat(served().find(KEY).orElseThrow().standing()).isEqualTo(Standing.GONE);
    }

    @Test
    void keepsServingAFeedWhoseStoreWasEmptied() {
        put(feed(7, Standing.SERVED));
        ServedDocuments restarted = served();

        restarted.put(feed(1, Standing.IMPORTING));

        assertThat(restarted.find(KEY).orElseThrow().standing()).isEqualTo(Standing.SERVED);
    }

    @Test
    void keepsServingWhatARestoredDatabaseNoLongerKnows() {
        put(feed(9, 7, Standing.SERVED));
        ServedDocuments restarted = served();

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
        put(feed(7, Standing.SERVED));
        Path draft = Files.createFile(data.resolve("feeds/harbour/podcast123.new"));

        assertThat(loaded()).hasSize(1);

        assertThat(draft).doesNotExist();
    }

    @Test
    void clearsAwayWhatVersionsKeptThatKnewFeedsAlone() throws IOException {
        Path folder = Files.createDirectories(data.resolve("feeds/harbour"));
        Path old = Files.createFile(folder.resolve("podcast.rss.feed"));

        assertThat(loaded()).isEmpty();

        assertThat(old).doesNotExist();
    }

    @Test
    void leavesADamagedFileAside() throws IOException {
        put(feed(7, Standing.SERVED));
        Path file = data.resolve("feeds/harbour/podcast.rss.document");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
        Files.writeString(data.resolve("feeds/harbour/other.rss.document"), "");

        assertThat(loaded()).isEmpty();
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
        DocumentKey key = new DocumentKey(site, file);
        ServedDocument document = new ServedDocument(
                key, DocumentType.RSS, EDITION, Standing.SERVED, Instant.EPOCH, true, null, BODY.facts());

        files().keep(new WholeDocument(document, BODY));

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void readsTheBodyOfExactlyTheStateThatIsAskedFor() throws IOException {
        put(feed(7, Standing.SERVED));
        ServedDocument present = served().find(KEY).orElseThrow();

        assertThat(files().read(present).gzip()).isEqualTo(BODY.gzip());
        DocumentBody other = Bodies.of("<rss></rss>".getBytes(StandardCharsets.UTF_8));
        ServedDocument another = new ServedDocument(
                KEY, DocumentType.RSS, EDITION, Standing.SERVED, Instant.EPOCH, true, null, other.facts());
        assertThatThrownBy(() -> files().read(another)).isInstanceOf(IOException.class);
    }

    @Test
    void readsNoBodyThatWasChangedOnDisk() throws IOException {
        put(feed(7, Standing.SERVED));
        ServedDocument present = served().find(KEY).orElseThrow();
        Path file = data.resolve("feeds/harbour/podcast.rss.document");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 12] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> files().read(present)).isInstanceOf(IOException.class);
    }

    @Test
    void takesNoBodyAnewForWhatReadersHaveAlready() {
        put(feed(7, Standing.SERVED));
        ServedDocuments restarted = served();
        ServedDocument head = feed(7, Standing.SERVED).head();

        assertThat(restarted.lacks(stored(head, BODY.etag()))).isFalse();
        assertThat(restarted.versionOf(KEY)).isEqualTo(7);
        assertThat(restarted.lacks(stored(head.as(new Edition("life", 1, 9, 8)), "\"other\"")))
                .isTrue();
        assertThat(restarted.lacks(stored(head.as(new Edition("life", 1, 9, 6)), "\"other\"")))
                .isFalse();
    }

    private static StoredHead stored(ServedDocument head, String etag) {
        return new StoredHead(
                head.key(),
                head.type(),
                head.edition(),
                head.standing(),
                head.lastModified(),
                head.dateDecides(),
                head.link(),
                head.elsewhere(),
                etag);
    }

    private static WholeDocument feed(long version, Standing standing) {
        return feed(9, version, standing);
    }

    private static WholeDocument feed(long through, long version, Standing standing) {
        DocumentBody body = standing == Standing.SERVED ? BODY : null;
        ServedDocument head = new ServedDocument(
                KEY,
                DocumentType.RSS,
                new Edition("life", 1, through, version),
                standing,
                Instant.parse("2025-03-04T12:00:00.123456Z"),
                true,
                LINK,
                body == null ? null : body.facts());
        return new WholeDocument(head, body);
    }

    private void put(WholeDocument document) {
        served().put(document);
    }

    private List<ServedDocument> loaded() {
        List<ServedDocument> loaded = Collections.synchronizedList(new ArrayList<>());
        files().load(loaded::add);
        return loaded;
    }

    /** As after a start. */
    private ServedDocuments served() {
        ServedDocuments served = new ServedDocuments(
                files(), new HotBodies(new ServingSettings(data, 1_000_000), new SimpleMeterRegistry()));
        served.load();
        return served;
    }

    private DocumentFiles files() {
        return new DocumentFiles(new ServingSettings(data, 1_000_000));
    }
}
