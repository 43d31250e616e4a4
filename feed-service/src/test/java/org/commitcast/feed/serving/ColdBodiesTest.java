package org.commitcast.feed.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdBodiesTest {
    private static final DocumentKey KEY = DocumentKey.rss("harbour", "podcast");
    private static final DocumentBody BODY = Bodies.of("<rss/>".getBytes(StandardCharsets.UTF_8));
    private static final DocumentBody NEWER = Bodies.of("<rss></rss>".getBytes(StandardCharsets.UTF_8));

    private final Vertx vertx = Vertx.vertx();
    private final Path data;
    private final HotBodies hot;
    private final DocumentFiles files;
    private final ServedDocuments documents;
    private final AtomicInteger asked = new AtomicInteger();

    ColdBodiesTest(@TempDir Path data) {
        this.data = data;
        ServingSettings settings = new ServingSettings(data, 1_000_000);
        hot = new HotBodies(settings, new SimpleMeterRegistry());
        files = new DocumentFiles(settings);
        documents = new ServedDocuments(files, hot);
        documents.put(document(1, BODY));
        hot.remove(KEY);
    }

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void readFromDiskAndKeepWhatWasRead() throws IOException {
        Optional<WholeDocument> read = read(source(Optional.empty()));

        assertThat(read.orElseThrow().head()).isEqualTo(document(1, BODY).head());
        assertThat(read.map(WholeDocument::body).map(DocumentBody::gzip))
                .hasValueSatisfying(gzip -> assertThat(gzip).isEqualTo(BODY.gzip()));
        assertThat(hot.find(document(1, BODY).head())).isEqualTo(BODY.gzip());
        assertThat(asked).hasValue(0);
    }

    @Test
    void mendACopyThatIsDamaged() throws IOException {
        Files.writeString(file(), "nothing");
        WholeDocument stored = document(1, BODY);

        assertThat(read(source(Optional.of(stored)))).contains(stored);

        assertThat(files.read(stored.head()).gzip()).isEqualTo(BODY.gzip());
    }

    @Test
    void giveWhatIsStoredThoughWhatWasLostIsNewer() throws IOException {
        documents.put(document(2, NEWER));
        hot.remove(KEY);
        Files.delete(file());
        WholeDocument stored = document(1, BODY);

        assertThat(read(source(Optional.of(stored)))).contains(stored);

        assertThat(documents.find(KEY)).contains(stored.head());
    }

    @Test
    void sayThatNothingCanBeReadWhereTheStoreIsAway() throws IOException {
        Files.delete(file());

        Optional<WholeDocument> read = read(key -> {
            throw new IllegalStateException("the store is away");
        });

        assertThat(read).isEmpty();
        assertThat(documents.find(KEY)).contains(document(1, BODY).head());
    }

    @Test
    void areReadOnceForAllWhoAskAtOnce() throws IOException {
        Files.delete(file());
        WholeDocument stored = document(1, BODY);
        CountDownLatch allHaveAsked = new CountDownLatch(1);
        ColdBodies cold = cold(key -> {
            asked.incrementAndGet();
            await(allHaveAsked);
            return Optional.of(stored);
        });
        List<CompletableFuture<Optional<WholeDocument>>> readers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            readers.add(read(cold));
        }
        allHaveAsked.countDown();

        assertThat(readers).allSatisfy(reader -> assertThat(reader.join()).contains(stored));

        assertThat(asked).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<WholeDocument> read(DocumentSource source) {
        return read(cold(source)).join();
    }

    private CompletableFuture<Optional<WholeDocument>> read(ColdBodies cold) {
        CompletableFuture<Optional<WholeDocument>> found = new CompletableFuture<>();
        cold.read(vertx.getOrCreateContext(), KEY, found::complete);
        return found;
    }

    private ColdBodies cold(DocumentSource source) {
        return new ColdBodies(documents, files, source, vertx);
    }

    private DocumentSource source(Optional<WholeDocument> stored) {
        return key -> {
            asked.incrementAndGet();
            return stored;
        };
    }

    private Path file() {
        return data.resolve("feeds/harbour/podcast.rss.document");
    }

    private static WholeDocument document(long version, DocumentBody body) {
        ServedDocument head = new ServedDocument(
                KEY,
                DocumentType.RSS,
                new Edition("life", 1, 1, version),
                Standing.SERVED,
                Instant.parse("2025-03-04T12:00:00Z"),
                true,
                null,
                body.facts());
        return new WholeDocument(head, body);
    }
}
