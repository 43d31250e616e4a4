package org.commitcast.feed.serving;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All documents as this instance serves them, in memory; what is served is written to disk as well. */
@ApplicationScoped
public class ServedDocuments {
    private final ConcurrentHashMap<DocumentKey, ServedDocument> documents = new ConcurrentHashMap<>();
    private final DocumentFiles files;
    private volatile boolean complete;

    ServedDocuments(DocumentFiles files) {
        this.files = files;
        files.load().forEach(document -> documents.put(document.key(), document));
    }

    /** Serves this from now on, unless what is served is newer. */
    public synchronized void put(ServedDocument next) {
        if (next.replaces(documents.get(next.key()))) {
            documents.put(next.key(), next);
            files.keep(next);
        }
    }

    public Optional<ServedDocument> find(DocumentKey key) {
        return Optional.ofNullable(documents.get(key));
    }

    /** The version of what is served; 0 for nothing, or something from disk. */
    public long versionOf(DocumentKey key) {
        @Nullable ServedDocument present = documents.get(key);
        return present == null ? 0 : present.edition().version();
    }

    /** Whether this is newer than what is served. */
    public boolean lacks(DocumentKey key, Edition edition) {
        @Nullable ServedDocument present = documents.get(key);
        return present == null || edition.isNewerThan(present.edition());
    }

    public boolean isEmpty() {
        return documents.isEmpty();
    }

    public int size() {
        return documents.size();
    }

    /** Tells that every site there is has been heard of: from now on an unknown document is not there. */
    public void completed() {
        complete = true;
    }

    /** Whether a document that is not known does not exist; before that nobody can say. */
    public boolean isComplete() {
        return complete;
    }
}
