package org.commitcast.feed.serving;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All feeds as this instance serves them, in memory; what is served is written to disk as well. */
@ApplicationScoped
public class ServedFeeds {
    private final ConcurrentHashMap<FeedKey, ServedFeed> feeds = new ConcurrentHashMap<>();
    private final FeedFiles files;
    private volatile boolean complete;

    ServedFeeds(FeedFiles files) {
        this.files = files;
        files.load().forEach(feed -> feeds.put(feed.key(), feed));
    }

    /** Serves this from now on, unless what is served is newer. */
    public synchronized void put(ServedFeed next) {
        if (next.replaces(feeds.get(next.key()))) {
            feeds.put(next.key(), next);
            files.keep(next);
        }
    }

    public Optional<ServedFeed> find(FeedKey key) {
        return Optional.ofNullable(feeds.get(key));
    }

    /** The version of what is served; 0 for nothing, or something from disk. */
    public long versionOf(FeedKey key) {
        @Nullable ServedFeed present = feeds.get(key);
        return present == null ? 0 : present.edition().version();
    }

    /** Whether this is newer than what is served. */
    public boolean lacks(FeedKey key, Edition edition) {
        @Nullable ServedFeed present = feeds.get(key);
        return present == null || edition.isNewerThan(present.edition());
    }

    public boolean isEmpty() {
        return feeds.isEmpty();
    }

    public int size() {
        return feeds.size();
    }

    /** Tells that every site there is has been heard of: from now on an unknown feed is not there. */
    public void completed() {
        complete = true;
    }

    /** Whether a feed that is not known does not exist; before that nobody can say. */
    public boolean isComplete() {
        return complete;
    }
}
