package org.commitcast.feed.serving;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies that are not in memory: from disk, or where the copy there is damaged, from where documents are kept for
 * good; then the copy is mended. Event loops do not wait for it.
 */
@ApplicationScoped
class ColdBodies {
    private static final Logger LOG = Logger.getLogger(ColdBodies.class);
    private static final int DISK_READERS = 4;
    /** Of their own, because a database that is away keeps them waiting. */
    private static final int MENDERS = 2;

    private final ServedDocuments documents;
    private final DocumentFiles files;
    private final DocumentSource source;
    private final WorkerExecutor readers;
    private final WorkerExecutor menders;
    private final ConcurrentHashMap<DocumentKey, Promise<Optional<WholeDocument>>> underWay = new ConcurrentHashMap<>();

    ColdBodies(ServedDocuments documents, DocumentFiles files, DocumentSource source, Vertx vertx) {
        this.documents = documents;
        this.files = files;
        this.source = source;
        readers = vertx.createSharedWorkerExecutor("document-readers", DISK_READERS);
        menders = vertx.createSharedWorkerExecutor("document-menders", MENDERS);
    }

    @PreDestroy
    void close() {
        readers.close();
        menders.close();
    }

    /**
     * Reads the document as it is served now and tells it to whoever asked, in the context that asked; nothing where it
     * cannot be read at present. Of those who ask at once for the same, one reads.
     */
    void read(Context context, DocumentKey key, Consumer<Optional<WholeDocument>> then) {
        Promise<Optional<WholeDocument>> mine = Promise.promise();
        Promise<Optional<WholeDocument>> others = underWay.putIfAbsent(key, mine);
        (others == null ? mine : others).future().onSuccess(found -> context.runOnContext(asked -> then.accept(found)));
        if (others == null) {
            readers.executeBlocking(() -> fromDisk(key), false).onComplete(read -> settle(key, mine, read.result()));
        }
    }

    private void settle(DocumentKey key, Promise<Optional<WholeDocument>> asked, @Nullable WholeDocument read) {
        if (read != null) {
            finish(key, asked, Optional.of(read));
        } else {
            menders.executeBlocking(() -> mend(key), false)
                    .onComplete(mended ->
                            finish(key, asked, mended.succeeded() ? mended.result() : Optional.<WholeDocument>empty()));
        }
    }

    private void finish(DocumentKey key, Promise<Optional<WholeDocument>> asked, Optional<WholeDocument> found) {
        underWay.remove(key, asked);
        asked.complete(found);
    }

    private @Nullable WholeDocument fromDisk(DocumentKey key) {
        ServedDocument wanted = documents.find(key).orElse(null);
        while (wanted != null && wanted.body() != null) {
            try {
                return documents.warm(wanted, files.read(wanted));
            } catch (IOException e) {
                ServedDocument now = documents.find(key).orElse(null);
                if (now == null || now.equals(wanted)) {
                    LOG.warnf(
                            "document on disk is damaged or missing (site %s, file %s): %s", key.site(), key.file(), e);
                    return null;
                }
                // It was replaced while it was read.
                wanted = now;
            }
        }
        return null;
    }

    private Optional<WholeDocument> mend(DocumentKey key) {
        ServedDocument lost = documents.find(key).orElse(null);
        try {
            Optional<WholeDocument> stored = source.find(key).filter(document -> document.body() != null);
            stored.ifPresent(document -> documents.mend(lost, document));
            return stored;
        } catch (RuntimeException e) {
            LOG.warnf("document cannot be read (site %s, file %s): %s", key.site(), key.file(), e.getMessage());
            return Optional.empty();
        }
    }
}
