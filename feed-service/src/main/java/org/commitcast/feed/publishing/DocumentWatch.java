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
import org.jspecify.annotations.Nullable;

/** Learns what other instances have rendered, and after a start what is stored. */
@ApplicationScoped
public class DocumentWatch {
    private static final Logger LOG = Logger.getLogger(DocumentWatch.class);
    /** How often all documents are looked at, whatever the database says of what was written. */
    private static final Duration FULL_LOOK = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMillis(400);
    /** So long the end waits for what is being read. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);
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
    private final UnreadDocuments unread = new UnreadDocuments();
    private @Nullable Thread watching;
    /** What transactions before that one have written was found. */
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
        watching = thread;
    }

    /** Others are not to wait for what this instance sees no more. */
    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
        Thread thread = watching;
        try {
            if (thread != null) {
                thread.join(LAST_LOOK.toMillis());
            }
            watchers.leave();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debugf("that this instance looks no more cannot be written: %s", e.getMessage());
        }
    }

    private void watch() {
        do {
            if (schema.isCurrent()) {
                readStored();
            }
        } while (!stopsWithin(unread.isEmpty() ? PAUSE : Duration.ZERO));
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
            if (unread.isEmpty()) {
                read = true;
            }
            troubled = false;
        } catch (RuntimeException e) {
            // It may be another database, or an older state of it, that comes back.
            fullLookDue = Instant.MIN;
            unread.clear();
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
        unread.add(lacking, full ? 0 : horizon);
        horizon = next;
        fullLookDue = full ? now.plus(FULL_LOOK) : fullLookDue;
        readForAWhile();
        tellOthers(full, unread.oldest(next), now);
    }

    /** Until it is time to look again: of much that is new, others' few are not to wait for the end. */
    private void readForAWhile() {
        long begun = System.nanoTime();
        while (!unread.isEmpty() && System.nanoTime() - begun < PAUSE.toNanos() && !isStopped()) {
            take(unread.next(CHUNK));
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Readers are served whether or not that can be written: the database may take nothing for a while. */
    private void tellOthers(boolean full, long seen, Instant now) {
        if (isStopped()) {
            return;
        }
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
        QuarkusTransaction.requiringNew()
                .run(() -> heads.stream().filter(served::lacks).forEach(head -> read(head, found)));
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
