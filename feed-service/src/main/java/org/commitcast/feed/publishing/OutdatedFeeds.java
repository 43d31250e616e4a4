package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.commitcast.feed.serving.ServingConfig;

/** Sites whose feeds an older version of this service has made, or one under another address. */
@ApplicationScoped
public class OutdatedFeeds {
    private final StoredDocuments documents;
    private final ServingConfig config;

    OutdatedFeeds(StoredDocuments documents, ServingConfig config) {
        this.documents = documents;
        this.config = config;
    }

    /** Must be called in a transaction. */
    public List<String> sites() {
        return documents.outdatedSites(config.base());
    }
}
