package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.serving.FeedKey;
import org.commitcast.feed.serving.ServedFeeds;
import org.commitcast.feed.serving.Standing;

/** A site's feeds as they are served: what becomes of them in a transaction is served once that is kept. */
@ApplicationScoped
class SiteDocuments {
    private final FeedDocuments documents;
    private final AfterCommit afterCommit;
    private final ServedFeeds served;

    SiteDocuments(FeedDocuments documents, AfterCommit afterCommit, ServedFeeds served) {
        this.documents = documents;
        this.afterCommit = afterCommit;
        this.served = served;
    }

    List<FeedDocument> all(String site) {
        return documents.ofSite(site);
    }

    /** The row of a feed in this life of its site; a new one says that the feed is on its way. */
    FeedDocument of(SiteState site, FeedDefinition feed) {
        FeedKey key = new FeedKey(site.site(), feed.name());
        FeedDocument document = documents.find(key).orElse(null);
        if (document == null) {
            document = new FeedDocument(key, site.incarnation());
            document.beginImport(site.incarnation(), nextVersion(key));
            documents.persist(document);
            serveAfterCommit(document);
        } else if (!document.isOf(site.incarnation()) || document.standing() == Standing.GONE) {
            document.beginImport(site.incarnation(), nextVersion(key));
            serveAfterCommit(document);
        }
        return document;
    }

    void write(FeedDocument document, Composition feed) {
        if (document.take(feed, nextVersion(document.key()))) {
            // Not unpacked again.
            afterCommit.run(() -> served.put(document.served(feed.body())));
        }
    }

    void removeAllBut(List<FeedDefinition> feeds, String site) {
        List<String> kept = feeds.stream().map(FeedDefinition::name).toList();
        for (FeedDocument document : documents.ofSite(site)) {
            if (!kept.contains(document.key().feed()) && document.standing() != Standing.GONE) {
                document.remove(nextVersion(document.key()));
                serveAfterCommit(document);
            }
        }
    }

    private long nextVersion(FeedKey key) {
        return documents.nextVersion(served.versionOf(key));
    }

    private void serveAfterCommit(FeedDocument document) {
        afterCommit.run(() -> served.put(document.served()));
    }
}
