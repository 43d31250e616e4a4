package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.store.KnownSites;

/** All documents of a site at one moment, for whoever copies them elsewhere. */
@ApplicationScoped
public class DocumentList {
    private final KnownSites sites;
    private final StoredDocuments documents;
    private final SiteItems items;

    DocumentList(KnownSites sites, StoredDocuments documents, SiteItems items) {
        this.sites = sites;
        this.documents = documents;
        this.items = items;
    }

    /**
     * A site's documents.
     *
     * @param settled whether these are all: the site is imported, and nothing of it waits to be made
     * @param through the site's sequence up to which all items are in them
     */
    public record Listing(String site, String incarnation, boolean settled, long through, List<Listed> documents) {}

    /**
     * A document that is served.
     *
     * @param file its path below the site's
     * @param etag of the plain bytes
     */
    public record Listed(String file, String etag) {}

    /** The documents of a site that is there; nothing of any other. Must be called in a transaction. */
    public Optional<Listing> of(String name) {
        return sites.lock(name)
                .filter(site -> site.lifecycle() != SiteState.Lifecycle.REMOVED)
                .map(this::of);
    }

    private Listing of(SiteState site) {
        SiteItems.Readiness readiness = items.readiness(site);
        boolean settled = readiness.baselineComplete()
                && !sites.isPending(site.site())
                && !documents.areAnyOnTheirWay(site.site());
        return new Listing(
                site.site(), site.incarnation(), settled, readiness.through(), documents.listed(site.site()));
    }
}
