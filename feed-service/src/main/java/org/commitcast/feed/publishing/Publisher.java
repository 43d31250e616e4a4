package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.publishing.SiteItems.Readiness;
import org.commitcast.feed.store.KnownSites;

/** Brings a site's feeds to what the store holds. Does nothing where they are there already. */
@ApplicationScoped
public class Publisher {
    private final KnownSites sites;
    private final SiteDocuments documents;
    private final SiteItems items;
    private final ItemDocuments itemDocuments;
    private final FeedPublishing feeds;
    private final Setbacks setbacks;

    Publisher(
            KnownSites sites,
            SiteDocuments documents,
            SiteItems items,
            ItemDocuments itemDocuments,
            FeedPublishing feeds,
            Setbacks setbacks) {
        this.sites = sites;
        this.documents = documents;
        this.items = items;
        this.itemDocuments = itemDocuments;
        this.feeds = feeds;
        this.setbacks = setbacks;
    }

    /** Must be called in a transaction, at the end of what belongs together. */
    public void publish(String name) {
        Optional<SiteState> known = sites.lock(name);
        if (known.isEmpty()) {
            // Its items came first; the site's own record will cause this again.
            return;
        }
        SiteState site = known.get();
        sites.setPending(name, false);
        if (site.lifecycle() == SiteState.Lifecycle.REMOVED) {
            documents.begin(site);
            documents.removeAll(name);
            feeds.forget(site);
            setbacks.over(name);
            return;
        }
        Readiness readiness = items.readiness(site);
        documents.begin(site);
        documents.removeOthers(site);
        if (outranked(site, readiness.through())) {
            return;
        }
        // Also of what is half here: at the end of an import there is only little left to do.
        items.render(site);
        if (readiness.baselineComplete() && isWhole(name, readiness)) {
            itemDocuments.put(site);
            feeds.publish(site, readiness.through());
        }
        if (readiness.batchEnds()) {
            setbacks.over(name);
        }
    }

    /** The same, believing nothing that was stored of what its documents are made of. */
    public void publishAnew(String name) {
        feeds.distrust(name);
        publish(name);
    }

    /** Whether the last batch is, or never will be: then what has come of it is better than nothing. */
    private boolean isWhole(String site, Readiness readiness) {
        if (readiness.batchEnds()) {
            return true;
        }
        if (sites.isOverdue(site)) {
            setbacks.note(site, "the last record of a batch is missing");
            return true;
        }
        sites.setPending(site, true);
        return false;
    }

    /**
     * Renders some of the site's items ahead of {@link #publish}, so that much work need not be done in one
     * transaction. Must be called in a transaction.
     *
     * @return whether there may be more to do
     */
    public boolean renderAhead(String name) {
        return sites.lock(name)
                .filter(site -> site.lifecycle() != SiteState.Lifecycle.REMOVED)
                .filter(this::advance)
                .isPresent();
    }

    private boolean advance(SiteState site) {
        Readiness readiness = items.readiness(site);
        return !outranked(site, readiness.through())
                && (items.renderSome(site) || (readiness.baselineComplete() && itemDocuments.putAhead(site)));
    }

    private boolean outranked(SiteState site, long through) {
        if (documents.areOfNewerRenderer(site)) {
            // An instance of that version finds it and goes on; this one would take its work back.
            setbacks.note(site.site(), "they were made by a newer version of this service");
            sites.setPending(site.site(), true);
            return true;
        }
        return documents.knowMore(site, through);
    }
}
