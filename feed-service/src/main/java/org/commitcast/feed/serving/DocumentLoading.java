package org.commitcast.feed.serving;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads the documents on disk while all else starts, which may wait for a database and for Kafka. */
@ApplicationScoped
class DocumentLoading {
    private static final int FIRST = 0;
    private static final int LAST = 1_000_000;

    private final ServedDocuments documents;
    private @Nullable CompletableFuture<Void> loading;

    DocumentLoading(ServedDocuments documents) {
        this.documents = documents;
    }

    void begin(@Observes @Priority(FIRST) StartupEvent event) {
        // Not a thread of the common pool: that one helps.
        loading = CompletableFuture.runAsync(
                documents::load, command -> new Thread(command, "documents-on-disk").start());
    }

    /** Before the first reader can ask. */
    void end(@Observes @Priority(LAST) StartupEvent event) {
        CompletableFuture<Void> begun = loading;
        if (begun != null) {
            begun.join();
            loading = null;
        }
    }
}
