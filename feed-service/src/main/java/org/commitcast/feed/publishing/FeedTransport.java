package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.commitcast.contentevents.EventHandler;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.Topic;
import org.commitcast.eventtransport.TransportProfile;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.DocumentType;

/** What the transport must know of this service: it alone tells of feeds, and takes in again what it once told. */
@ApplicationScoped
class FeedTransport implements TransportProfile {
    private final StoredDocuments documents;

    FeedTransport(StoredDocuments documents) {
        this.documents = documents;
    }

    @Override
    public String service() {
        return "feed";
    }

    @Override
    public Set<Topic> writes() {
        return Set.of(Topic.FEEDS);
    }

    @Override
    public EventHandler restorer() {
        return new EventHandler() {
            @Override
            public void feedChanged(FeedState feed) {
                restore(feed);
            }
        };
    }

    private void restore(FeedState feed) {
        DocumentKey key = DocumentKey.rss(feed.site(), feed.feed());
        StoredDocument document = documents.find(key).orElse(null);
        if (document == null) {
            document = new StoredDocument(key, DocumentType.RSS, DocumentRole.FEED, feed.feed(), feed.incarnation());
            document.beginImport(feed.incarnation(), documents.nextVersion(0));
            documents.persist(document);
        }
        document.restore(feed);
    }
}
