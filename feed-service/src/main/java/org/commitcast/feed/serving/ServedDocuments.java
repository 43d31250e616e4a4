package org.commitcast.feed.serving;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All documents as this instance serves them: what is known of each in memory, the bodies on disk, some of them hot. */
@ApplicationScoped
public class ServedDocuments {
    private final ConcurrentHashMap<DocumentKey, ServedDocument> documents = new ConcurrentHashMap<>();
    private final DocumentFiles files;
    private final HotBodies hot;
    private volatile boolean complete;
    private volatile Set<String> unmade = Set.of();

    ServedDocuments(DocumentFiles files, HotBodies hot) {
        this.files = files;
        this.hot = hot;
    }

    /** Serves what is on disk, where nothing newer is served yet. */
    void load() {
        files.load(document ->
                documents.merge(document.key(), document, (present, read) -> read.replaces(present) ? read : present));
    }

    /** Serves this from now on, unless what is served is newer. */
    public synchronized void put(WholeDocument next) {
        if (next.head().replaces(documents.get(next.head().key()))) {
            serve(next);
        }
    }

    /**
     * Takes this in the place of a state whose body is lost: though what was lost be newer, its bytes are nowhere else.
     */
    synchronized void mend(@Nullable ServedDocument lost, WholeDocument stored) {
        ServedDocument present = documents.get(stored.head().key());
        if (present == null || lost == null || Objects.equals(present.body(), lost.body())) {
            serve(stored);
        } else {
            put(stored);
        }
    }

    private void serve(WholeDocument next) {
        DocumentKey key = next.head().key();
        DocumentBody body = next.body();
        if (body == null) {
            hot.remove(key);
        } else {
            hot.put(key, body);
        }
        documents.put(key, next.head());
        files.keep(next);
    }

    /** Remembers a body that was read. */
    WholeDocument warm(ServedDocument document, DocumentBody body) {
        hot.put(document.key(), body);
        return new WholeDocument(document, body);
    }

    public Optional<ServedDocument> find(DocumentKey key) {
        return Optional.ofNullable(documents.get(key));
    }

    /** Of the bytes that are served; absent where none are. */
    public @Nullable String etagOf(DocumentKey key) {
        ServedDocument present = documents.get(key);
        BodyFacts body = present == null ? null : present.body();
        return body == null ? null : body.etag();
    }

    /** The version of what is served; 0 for nothing, or something from disk. */
    public long versionOf(DocumentKey key) {
        @Nullable ServedDocument present = documents.get(key);
        return present == null ? 0 : present.edition().version();
    }

    /**
     * Whether a stored document is to be read and served. One that readers have already is from now on known under its
     * edition.
     */
    public synchronized boolean lacks(StoredHead stored) {
        ServedDocument present = documents.get(stored.key());
        if (present == null) {
            return true;
        }
        if (!stored.edition().isNewerThan(present.edition())) {
            return false;
        }
        if (!stored.isAlike(present)) {
            return true;
        }
        documents.put(stored.key(), present.as(stored.edition()));
        return false;
    }

    public boolean isEmpty() {
        return documents.isEmpty();
    }

    public int size() {
        return documents.size();
    }

    /**
     * Tells that every site there is has been heard of: from now on an unknown document is not there.
     *
     * @param excepted sites whose documents cannot be made at present
     */
    public void completed(Set<String> excepted) {
        unmade = Set.copyOf(excepted);
        complete = true;
    }

    /** Whether every site there is has been heard of. */
    public boolean isComplete() {
        return complete;
    }

    /** Whether a document of that site that is not known does not exist; otherwise nobody can say. */
    boolean isComplete(String site) {
        return complete && !unmade.contains(site);
    }
}
