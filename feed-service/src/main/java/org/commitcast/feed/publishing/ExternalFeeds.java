package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.serving.DocumentBody;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.Standing;
import org.commitcast.feed.store.FeedEntries;
import org.commitcast.feed.store.KnownSites;
import org.commitcast.feed.store.SiteFeeds;
import org.commitcast.feedrendering.document.FeedFormat;

/** Feeds of which readers have another one than ours. All of it is to be called in a transaction. */
@ApplicationScoped
public class ExternalFeeds {
    private final KnownSites sites;
    private final StoredDocuments documents;
    private final StoredPages pages;
    private final FeedEntries entries;
    private final Telling telling;

    ExternalFeeds(
            KnownSites sites, StoredDocuments documents, StoredPages pages, FeedEntries entries, Telling telling) {
        this.sites = sites;
        this.documents = documents;
        this.pages = pages;
        this.entries = entries;
        this.telling = telling;
    }

    /**
     * A feed as it is made here.
     *
     * @param siteRevision of the definition by which it is made
     * @param external whether somebody else makes the one that readers have
     * @param items the content ids of its items, in its order; those of archives may follow
     * @param failed items that it lacks because they cannot be rendered
     */
    public record Own(
            FeedDefinition feed,
            String incarnation,
            DocumentBody body,
            long through,
            long siteRevision,
            boolean external,
            List<String> items,
            List<FeedState.Failure> failed) {
        public Own {
            items = List.copyOf(items);
            failed = List.copyOf(failed);
        }
    }

    /** The feed as it is made here now; empty where there is none yet, or the site has no such feed. */
    public Optional<Own> find(String site, String name) {
        return sites.lock(site)
                .filter(state -> state.lifecycle() != SiteState.Lifecycle.REMOVED)
                .flatMap(state -> SiteFeeds.open(state.definition())
                        .filter(feed -> feed.name().equals(name))
                        .findFirst()
                        .flatMap(feed -> own(state, feed)));
    }

    private Optional<Own> own(SiteState site, FeedDefinition feed) {
        return document(site.site(), feed.name())
                .filter(document -> document.isOf(site.incarnation()))
                .flatMap(document -> document.body()
                        .map(body -> new Own(
                                feed,
                                site.incarnation(),
                                body,
                                document.through(),
                                site.revision(),
                                document.standing() == Standing.EXTERNAL,
                                pages.newestItems(site, feed),
                                failed(site, feed))));
    }

    private List<FeedState.Failure> failed(SiteState site, FeedDefinition feed) {
        return entries.failed(site, feed).stream()
                .map(item -> new FeedState.Failure(item.contentId(), item.reason()))
                .toList();
    }

    /** Tells what was seen of the feed that readers have, if ours is still the one that it was held against. */
    public void tell(String site, Own compared, FeedState.Live live, List<FeedState.Failure> lacking) {
        find(site, compared.feed().name())
                .filter(Own::external)
                .filter(now -> now.body().etag().equals(compared.body().etag()))
                .flatMap(now -> document(site, now.feed().name()))
                .ifPresent(document -> telling.tellSeen(document, live, new Telling.Seen(compared.through(), lacking)));
    }

    /** Tells that the feed that readers have could not be read; how far it had come stays as it was told. */
    public void tellUnread(String site, Own own, FeedState.Live live) {
        find(site, own.feed().name())
                .filter(Own::external)
                .flatMap(now -> document(site, now.feed().name()))
                .ifPresent(document -> document.told()
                        .ifPresent(told ->
                                telling.tellSeen(document, live, new Telling.Seen(told.through(), told.failed()))));
    }

    private Optional<StoredDocument> document(String site, String feed) {
        return documents.find(DocumentKey.of(site, feed, FeedFormat.RSS));
    }
}
