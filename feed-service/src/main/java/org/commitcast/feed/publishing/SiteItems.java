package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.serving.ServingConfig;
import org.commitcast.feed.store.Entries;
import org.commitcast.feed.store.Entries.Progress;
import org.commitcast.feed.store.EntryRendering;

/** A site's items on their way into its feeds. All of it must be called in a transaction that holds the site. */
@ApplicationScoped
public class SiteItems {
    private final Entries entries;
    private final EntryRendering rendering;
    private final ServingConfig config;

    SiteItems(Entries entries, EntryRendering rendering, ServingConfig config) {
        this.entries = entries;
        this.rendering = rendering;
        this.config = config;
    }

    /**
     * Whether a site's feeds can be made.
     *
     * @param baselineComplete whether all of the baseline is here
     * @param batchEnds whether the last batch is here whole
     * @param through the sequence of the last item's record
     */
    public record Readiness(boolean baselineComplete, boolean batchEnds, long through) {}

    /** Whether the site's feeds can be made: its baseline is complete, and no batch is half here. */
    public Readiness readiness(SiteState site) {
        Progress progress = entries.progress(site.site(), site.incarnation());
        SiteState.Import imported = site.imported();
        boolean complete = imported != null && progress.sequence() >= imported.sequence();
        return new Readiness(complete, progress.batchEnds(), progress.sequence());
    }

    /** Renders what is due. */
    public void render(SiteState site) {
        while (renderSome(site)) {
            // Until nothing is due.
        }
    }

    /** Renders some of what is due and says whether that was any. */
    public boolean renderSome(SiteState site) {
        return rendering.renderSome(site, config.itemsOf(site.site(), site.definition()));
    }
}
