package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.serving.FeedKey;
import org.commitcast.feed.serving.ServedFeeds;
import org.commitcast.feed.serving.Standing;
import org.commitcast.feed.store.SiteFeeds;
import org.commitcast.feedrendering.document.FeedFormat;

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

    /** The rows of the site's open feeds; a new one says that the feed is on its way. */
    void begin(SiteState site) {
        open(site).forEach(key -> of(site, key));
    }

    /** The row of a feed in this life of its site. */
    FeedDocument of(SiteState site, FeedKey key) {
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

    /** What the site no longer has, or has closed, is gone. */
    void removeOthers(SiteState site) {
        removeAllBut(open(site).collect(Collectors.toSet()), site.site());
    }

    void removeAll(String site) {
        removeAllBut(Set.of(), site);
    }

    private void removeAllBut(Set<FeedKey> kept, String site) {
        for (FeedDocument document : documents.ofSite(site)) {
            if (!kept.contains(document.key()) && document.standing() != Standing.GONE) {
                document.remove(nextVersion(document.key()));
                serveAfterCommit(document);
            }
        }
    }

    private static Stream<FeedKey> open(SiteState site) {
        return SiteFeeds.open(site.definition()).flatMap(feed -> Arrays.stream(FeedFormat.values())
                .map(format -> new FeedKey(site.site(), feed.name(), format)));
    }

    private long nextVersion(FeedKey key) {
        return documents.nextVersion(served.versionOf(key));
    }

    private void serveAfterCommit(FeedDocument document) {
        afterCommit.run(() -> served.put(document.served()));
    }
}
