package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Sites whose feeds an older version of this service has made. */
@ApplicationScoped
public class OutdatedFeeds {
    private final FeedDocuments documents;

    OutdatedFeeds(FeedDocuments documents) {
        this.documents = documents;
    }

    /** Must be called in a transaction. */
    public List<String> sites() {
        return documents.outdatedSites();
    }
}
