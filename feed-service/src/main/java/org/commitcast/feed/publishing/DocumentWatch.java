package org.commitcast.feed.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.commitcast.eventtransport.Outage;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.ServedDocuments;
import org.commitcast.feed.serving.StoredHead;
import org.commitcast.feed.serving.WholeDocument;
import org.commitcast.feed.store.Schema;
import org.jboss.logging.Logger;

/** Learns what other instances have rendered, and after a start what is stored. */
@ApplicationScoped
public class DocumentWatch {
    private static final Logger LOG = Logger.getLogger(DocumentWatch.class);
    /** How often all documents are looked at, whatever the database says of what was written. */
    private static final Duration FULL_LOOK = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMillis(400);
    /** So many bodies are read in one transaction. */
    private static final int CHUNK = 32;

    private final Schema schema;
    private final WrittenDocuments written;
    private final Watchers watchers;
    private final StoredDocuments documents;
    private final ServedDocuments served;
    private final Setbacks setbacks;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long horizon;
    private Instant fullLookDue = Instant.MIN;
    private volatile boolean read;
    private volatile boolean troubled;

    DocumentWatch(
            Schema schema,
            WrittenDocuments written,
            Watchers watchers,
            StoredDocuments documents,
            ServedDocuments served,
            Setbacks setbacks,
            Clock clock) {
        this.schema = schema;
        this.written = written;
        this.watchers = watchers;
        this.documents = documents;
        this.served = served;
        this.setbacks = setbacks;
        this.clock = clock;
    }

    /** Whether the stored documents have been read since the start. */
    public boolean hasRead() {
        return read;
    }

    /** Whether the last look at the database failed. */
    public boolean isTroubled() {
        return troubled;
    }

    /** At once, because readers wait for what is stored; but what is on disk is served meanwhile. */
    void start(@Observes StartupEvent event) {
        Thread thread = new Thread(this::watch, "document-watch");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void watch() {
        do {
            if (schema.isCurrent()) {
                readStored();
            }
        } while (!stopsWithin(PAUSE));
    }

    private boolean stopsWithin(Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void readStored() {
        try {
            readWritten();
            read = true;
            troubled = false;
        } catch (RuntimeException e) {
            // It may be another database, or an older state of it, that comes back.
            fullLookDue = Instant.MIN;
            if (!troubled) {
                LOG.warnf(e, "stored documents cannot be looked at and will be tried again");
            }
            troubled = true;
        }
    }

    private void readWritten() {
        long next = written.horizon();
        Instant now = clock.instant();
        boolean full = next < horizon || !now.isBefore(fullLookDue);
        List<StoredHead> lacking = new ArrayList<>();
        QuarkusTransaction.requiringNew()
                .run(() -> written.since(full ? 0 : horizon, head -> {
                    if (served.lacks(head)) {
                        lacking.add(head);
                    }
                }));
        // As they were written: what names others comes after them.
        lacking.sort(Comparator.comparingLong(head -> head.edition().version()));
        for (int i = 0; i < lacking.size(); i += CHUNK) {
            take(lacking.subList(i, Math.min(i + CHUNK, lacking.size())));
        }
        horizon = next;
        fullLookDue = full ? now.plus(FULL_LOOK) : fullLookDue;
        tellOthers(full, next, now);
    }

    /** Readers are served whether or not that can be written: the database may take nothing for a while. */
    private void tellOthers(boolean full, long seen, Instant now) {
        try {
            watchers.saw(seen, now);
            if (full) {
                QuarkusTransaction.requiringNew().run(written::renumber);
            }
        } catch (RuntimeException e) {
            LOG.debugf("what was seen of the stored documents cannot be written: %s", e.getMessage());
        }
    }

    private void take(List<StoredHead> heads) {
        List<WholeDocument> found = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> heads.forEach(head -> read(head, found)));
        found.forEach(document -> {
            served.put(document);
            // Whoever made it got on.
            setbacks.over(document.head().key().site());
        });
    }

    /** One that is damaged keeps no other from being read. */
    private void read(StoredHead head, List<WholeDocument> found) {
        if (head.etag() == null) {
            found.add(new WholeDocument(head.withoutBody(), null));
            return;
        }
        DocumentKey key = head.key();
        try {
            documents.find(key).map(StoredDocument::served).ifPresent(found::add);
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            setbacks.note(key.site(), "a stored document cannot be read: " + e.getMessage());
        }
    }
}
