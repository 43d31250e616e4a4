package org.commitcast.feed.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.commitcast.eventtransport.Outage;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.Edition;
import org.commitcast.feed.serving.ServedDocuments;
import org.commitcast.feed.store.Schema;
import org.jboss.logging.Logger;

/** Learns what other instances have rendered, and after a start what is stored. */
@ApplicationScoped
public class DocumentWatch {
    private static final Logger LOG = Logger.getLogger(DocumentWatch.class);

    private final Schema schema;
    private final StoredDocuments documents;
    private final ServedDocuments served;
    private final Setbacks setbacks;
    private volatile boolean read;
    private volatile boolean troubled;

    DocumentWatch(Schema schema, StoredDocuments documents, ServedDocuments served, Setbacks setbacks) {
        this.schema = schema;
        this.documents = documents;
        this.served = served;
        this.setbacks = setbacks;
    }

    /** Whether the stored feeds have been read since the start. */
    public boolean hasRead() {
        return read;
    }

    /** Whether the last look at the database failed. */
    public boolean isTroubled() {
        return troubled;
    }

    /** At once, because readers wait for what is stored. */
    void start(@Observes StartupEvent event) {
        readStored();
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        readStored();
    }

    private void readStored() {
        if (!schema.isCurrent()) {
            return;
        }
        try {
            Map<DocumentKey, Edition> editions =
                    QuarkusTransaction.requiringNew().call(documents::editions);
            editions.entrySet().stream()
                    .filter(stored -> served.lacks(stored.getKey(), stored.getValue()))
                    .map(Map.Entry::getKey)
                    .forEach(this::take);
            read = true;
            troubled = false;
        } catch (RuntimeException e) {
            if (!Outage.isBehind(e)) {
                throw e;
            }
            if (!troubled) {
                LOG.warnf("stored documents cannot be looked at and will be tried again: %s", e.getMessage());
            }
            troubled = true;
        }
    }

    /** One that is damaged keeps no other from being read. */
    private void take(DocumentKey key) {
        try {
            QuarkusTransaction.requiringNew()
                    .call(() -> documents.find(key).map(StoredDocument::served).stream()
                            .toList())
                    .forEach(served::put);
            // Whoever made it got on.
            setbacks.over(key.site());
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            setbacks.note(key.site(), "a stored document cannot be read: " + e.getMessage());
        }
    }
}
