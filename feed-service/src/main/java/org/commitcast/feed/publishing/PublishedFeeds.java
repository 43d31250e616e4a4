package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.commitcast.contentevents.FeedState;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.Standing;
import org.jspecify.annotations.Nullable;

/** What is stored of the feeds, for people and for the rebuild proof. */
@ApplicationScoped
public class PublishedFeeds {
    private final StoredDocuments documents;

    PublishedFeeds(StoredDocuments documents) {
        this.documents = documents;
    }

    /** A feed of a site, whatever the format. */
    public record FeedName(String site, String feed) {}

    /**
     * A feed and what was last told of it.
     *
     * @param etag of the plain bytes; absent where it is not served
     * @param told absent where nothing was told yet
     */
    public record PublishedFeed(
            FeedName name, Standing standing, @Nullable String etag, Instant lastModified, @Nullable FeedState told) {}

    /** So many feeds behind that one, of all sites or of one, in their order. Must be called in a transaction. */
    public List<PublishedFeed> list(@Nullable String site, FeedName after, int most) {
        return documents.list(site, after, most);
    }

    /** Whether the stored document is, byte for byte, the composed one. Must be called in a transaction. */
    public boolean holds(String site, Composition composed) {
        return documents
                .find(new DocumentKey(site, composed.file()))
                .filter(document -> document.standing() == composed.standing())
                .filter(document -> document.holds(composed.body()))
                .isPresent();
    }

    /** How many documents of the feed are served, archives included. Must be called in a transaction. */
    public long served(String site, String feed) {
        return documents.countServed(site, feed);
    }
}
