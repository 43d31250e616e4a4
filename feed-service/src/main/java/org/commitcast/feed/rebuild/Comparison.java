package org.commitcast.feed.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.publishing.Composing;
import org.commitcast.feed.publishing.Composing.Readiness;
import org.commitcast.feed.publishing.Composition;
import org.commitcast.feed.publishing.ItemDocuments;
import org.commitcast.feed.publishing.PublishedFeeds;
import org.commitcast.feed.rebuild.RebuildReport.RebuiltFeed;
import org.commitcast.feedrendering.document.FeedFormat;

/** Holds what the present store gives against what is served. */
@ApplicationScoped
class Comparison {
    private final Composing composing;
    private final PublishedFeeds published;
    private final ItemDocuments itemDocuments;

    Comparison(Composing composing, PublishedFeeds published, ItemDocuments itemDocuments) {
        this.composing = composing;
        this.published = published;
        this.itemDocuments = itemDocuments;
    }

    /** Does ahead what {@link #of} would have to do in its one transaction. */
    void prepare(SiteState site) {
        composing.renderItems(site);
    }

    List<RebuiltFeed> of(SiteState site) {
        if (site.lifecycle() == SiteState.Lifecycle.REMOVED) {
            return List.of();
        }
        Readiness readiness = composing.readiness(site);
        if (!readiness.baselineComplete() || !readiness.batchEnds()) {
            throw Problem.conflict("Site Not Complete", "Site " + site.site() + " is being imported or changed.");
        }
        composing.renderItems(site);
        return composing.compose(site, readiness.through()).stream()
                .map(feed -> of(site.site(), feed))
                .toList();
    }

    /** The documents of items; once the feeds have been compared. */
    ItemDocuments.Difference ofItems(SiteState site) {
        return site.lifecycle() == SiteState.Lifecycle.REMOVED
                ? ItemDocuments.Difference.NONE
                : itemDocuments.difference(site);
    }

    private RebuiltFeed of(String site, Composition feed) {
        boolean identical = published.holds(site, feed);
        return new RebuiltFeed(
                name(feed), identical, feed.etag(), feed.manifest().size());
    }

    private static String name(Composition feed) {
        String name = feed.feed().name();
        return feed.format() == FeedFormat.RSS ? name : name + feed.format().ending();
    }
}
