package org.commitcast.feed.publishing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.serving.DocumentBody;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.ServingConfig;
import org.commitcast.feed.serving.Standing;
import org.commitcast.feed.store.Entries;
import org.commitcast.feed.store.Entries.Progress;
import org.commitcast.feed.store.EntryRendering;
import org.commitcast.feed.store.FeedEntries;
import org.commitcast.feed.store.ItemForm;
import org.commitcast.feed.store.SiteFeeds;
import org.commitcast.feedrendering.FeedComposer;
import org.commitcast.feedrendering.FeedManifest;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;

/** Makes feeds from what the store holds; nothing else goes into them. */
@ApplicationScoped
public class Composing {
    private final Entries entries;
    private final EntryRendering rendering;
    private final FeedEntries feedEntries;
    private final ServingConfig config;
    private final Timer timer;
    private final FeedComposer composer = new FeedComposer();

    Composing(
            Entries entries,
            EntryRendering rendering,
            FeedEntries feedEntries,
            ServingConfig config,
            MeterRegistry metrics) {
        this.entries = entries;
        this.rendering = rendering;
        this.feedEntries = feedEntries;
        this.config = config;
        this.timer = Timer.builder("commitcast.feed.composing")
                .description("Making one feed from items that are rendered")
                .register(metrics);
    }

    /** Whether the site's feeds can be made: its baseline is complete, and no batch is half here. */
    public Readiness readiness(SiteState site) {
        Progress progress = entries.progress(site.site(), site.incarnation());
        SiteState.Import imported = site.imported();
        boolean complete = imported != null && progress.sequence() >= imported.sequence();
        return new Readiness(complete, progress.batchEnds(), progress.sequence());
    }

    /**
     * Whether a site's feeds can be made.
     *
     * @param baselineComplete whether all of the baseline is here
     * @param batchEnds whether the last batch is here whole
     * @param through the sequence of the last item's record
     */
    public record Readiness(boolean baselineComplete, boolean batchEnds, long through) {}

    /** Renders what is due. Must be called in a transaction that holds the site. */
    public void renderItems(SiteState site) {
        while (renderSome(site)) {
            // Until nothing is due.
        }
    }

    /** Renders some of what is due and says whether that was any. Must be called in a transaction that holds the site. */
    public boolean renderSome(SiteState site) {
        return rendering.renderSome(site, config.itemsOf(site.site(), site.definition()));
    }

    /** All open feeds of the site in all formats, from the items as they are rendered. */
    public List<Composition> compose(SiteState site, long through) {
        return SiteFeeds.open(site.definition())
                .flatMap(feed -> Arrays.stream(FeedFormat.values())
                        .map(format -> timer.record(() -> compose(site, feed, format, through))))
                .toList();
    }

    private Composition compose(SiteState site, FeedDefinition feed, FeedFormat format, long through) {
        DocumentKey key = DocumentKey.of(site.site(), feed.name(), format);
        URI url = config.urlOf(key);
        // What readers subscribed to elsewhere is the RSS; the other formats are ours alone.
        URI ownUrl = format == FeedFormat.RSS ? feed.publicUrl() : null;
        URI publicUrl = ownUrl == null ? config.addressOf(site.definition(), key) : ownUrl;
        Written written = write(site, FeedFrame.of(site.definition(), feed, format, publicUrl));
        return new Composition(
                feed,
                format,
                url,
                publicUrl,
                feedEntries.everHadOne(site, feed) ? Standing.SERVED : Standing.EMPTY,
                written.body(),
                written.manifest(),
                feedEntries.failed(site, feed),
                through,
                feedEntries.lastModified(site, feed));
    }

    private record Written(DocumentBody body, FeedManifest manifest) {}

    private Written write(SiteState site, FeedFrame frame) {
        ItemForm form = ItemForm.of(frame.format(), frame.feed().summaryOnly());
        try {
            return feedEntries.rendered(site, frame.feed(), form, items -> {
                DocumentBody.Target target = new DocumentBody.Target();
                FeedManifest manifest = composer.compose(frame, items, target);
                return new Written(target.body(), manifest);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
