package org.commitcast.feed.store;

import jakarta.enterprise.context.ApplicationScoped;

/** Takes what the topics tell into the tables. Idempotent: only what is newer than the store changes it. */
@ApplicationScoped
public class SiteStore {
    private final KnownSites sites;
    private final Entries entries;
    private final ItemSources sources;
    private final Attachments attachments;

    SiteStore(KnownSites sites, Entries entries, ItemSources sources, Attachments attachments) {
        this.sites = sites;
        this.entries = entries;
        this.sources = sources;
        this.attachments = attachments;
    }

    /** Must be called in a transaction. */
    public void take(StateBatch batch) {
        batch.touchedSites().forEach(sites::lock);
        batch.sites().forEach(told -> sites.take(told).ifPresent(ended -> forget(told.site(), ended)));
        sites.flush();
        sources.write(batch.contents());
        entries.write(batch.contents());
        attachments.writeDiscussions(batch.discussions());
        attachments.writeTranscripts(batch.transcripts());
    }

    private void forget(String site, String incarnation) {
        entries.forget(site, incarnation);
        sources.forget(site, incarnation);
        attachments.forget(site, incarnation);
    }
}
