package org.commitcast.feed.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.publishing.Composing;
import org.commitcast.feed.publishing.Composition;
import org.commitcast.feed.publishing.ItemDocuments;
import org.commitcast.feed.publishing.PublishedFeeds;
import org.commitcast.feed.publishing.SiteItems;
import org.commitcast.feed.publishing.SiteItems.Readiness;
import org.commitcast.feed.rebuild.RebuildReport.RebuiltFeed;
import org.commitcast.feed.store.SiteFeeds;
import org.commitcast.feedrendering.document.FeedFormat;

/** Holds what the present store gives against what is served. */
@ApplicationScoped
class Comparison {
    private final SiteItems items;
    private final Composing composing;
    private final PublishedFeeds published;
    private final ItemDocuments itemDocuments;

    Comparison(SiteItems items, Composing composing, PublishedFeeds published, ItemDocuments itemDocuments) {
        this.items = items;
        this.composing = composing;
        this.published = published;
        this.itemDocuments = itemDocuments;
    }

    /** Does ahead what {@link #of} would have to do in its one transaction. */
    void prepare(SiteState site) {
        items.render(site);
    }

    List<RebuiltFeed> of(SiteState site) {
        if (site.lifecycle() == SiteState.Lifecycle.REMOVED) {
            return List.of();
        }
        Readiness readiness = items.readiness(site);
        if (!readiness.baselineComplete() || !readiness.batchEnds()) {
            throw Problem.conflict("Site Not Complete", "Site " + site.site() + " is being imported or changed.");
        }
        items.render(site);
        return SiteFeeds.open(site.definition())
                .flatMap(feed -> of(site, feed, readiness.through()))
                .toList();
    }

    /** The documents of items; once the feeds have been compared. */
    ItemDocuments.Difference ofItems(SiteState site) {
        return site.lifecycle() == SiteState.Lifecycle.REMOVED
                ? ItemDocuments.Difference.NONE
                : itemDocuments.difference(site);
    }

    private Stream<RebuiltFeed> of(SiteState site, FeedDefinition feed, long through) {
        Map<FeedFormat, Found> found = new EnumMap<>(FeedFormat.class);
        int count = composing.all(
                site, feed, through, document -> found.computeIfAbsent(document.format(), format -> new Found())
                        .add(document, published.holds(site.site(), document)));
        int documents = found.values().stream().mapToInt(one -> one.documents).sum();
        // Archives that readers can get and that no item is for.
        boolean others = published.served(site.site(), feed.name()) != documents;
        return found.entrySet().stream().map(one -> one.getValue().rebuilt(name(feed, one.getKey()), others, count));
    }

    /** What was found of a feed in one format. */
    private static final class Found {
        private boolean identical = true;
        private int documents;
        private String etag = "";

        void add(Composition document, boolean isHeld) {
            identical &= isHeld;
            documents++;
            etag = document.archive() ? etag : document.etag();
        }

        RebuiltFeed rebuilt(String name, boolean others, int items) {
            return new RebuiltFeed(name, identical && !others, etag, items, documents);
        }
    }

    private static String name(FeedDefinition feed, FeedFormat format) {
        return format == FeedFormat.RSS ? feed.name() : feed.name() + format.ending();
    }
}
