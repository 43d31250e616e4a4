package org.commitcast.feed.publishing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.serving.DocumentBody;
import org.commitcast.feed.serving.Standing;
import org.commitcast.feed.store.DocumentsConfig;
import org.commitcast.feed.store.FeedEntries;
import org.commitcast.feed.store.ItemForm;
import org.commitcast.feedrendering.FeedComposer;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.paging.ListedItem;
import org.commitcast.feedrendering.paging.PageRule;

/** Makes documents of feeds from what the store holds; nothing else goes into them. */
@ApplicationScoped
public class Composing {
    private final FeedEntries entries;
    private final FeedFrames frames;
    private final Planning planning;
    private final DocumentsConfig config;
    private final Timer timer;
    private final FeedComposer composer = new FeedComposer();

    Composing(
            FeedEntries entries, FeedFrames frames, Planning planning, DocumentsConfig config, MeterRegistry metrics) {
        this.config = config;
        this.entries = entries;
        this.frames = frames;
        this.planning = planning;
        this.timer = Timer.builder("commitcast.feed.composing")
                .description("Making one document of a feed from items that are rendered")
                .register(metrics);
    }

    /**
     * All documents of a feed in all formats, from the items as they are rendered, one after the other. Must be called in
     * a transaction.
     *
     * @param through the site's sequence up to which all items are here
     * @return how many items the feed has
     */
    public int all(SiteState site, FeedDefinition feed, long through, Consumer<Composition> documents) {
        FeedPlan plan = planning.whole(site, feed);
        for (FeedFormat format : FeedFormat.values()) {
            plan.archives().forEach(archive -> documents.accept(archive(site, feed, format, archive, through)));
            documents.accept(subscription(site, feed, format, plan, through));
        }
        return plan.items();
    }

    /** What readers subscribe to. */
    Composition subscription(SiteState site, FeedDefinition feed, FeedFormat format, FeedPlan plan, long through) {
        return new Composition(
                feed.name(),
                format,
                FeedFrames.file(feed, format),
                false,
                frames.publicUrl(site, feed, format),
                frames.elsewhere(site, feed, format),
                standing(site, feed, plan),
                write(site, frames.subscription(site, feed, format, plan.archived()), plan.subscribed()),
                through,
                entries.lastModified(site, feed));
    }

    Composition archive(
            SiteState site, FeedDefinition feed, FeedFormat format, FeedPlan.Archive archive, long through) {
        return new Composition(
                feed.name(),
                format,
                FeedFrames.archiveFile(feed, archive.number(), format),
                true,
                null,
                feed.external() ? feed.publicUrl() : null,
                standing(feed),
                write(site, frames.archive(site, feed, format, archive.number()), archive.newestFirst()),
                through,
                lastModified(site, archive));
    }

    /**
     * A feed that lost its last item goes on, and so does one that its owner asked for: which items once had a tag nobody
     * knows. The usual ones come with their first item.
     */
    Standing standing(SiteState site, FeedDefinition feed, FeedPlan plan) {
        boolean there = feed.askedFor() || plan.items() > 0 || entries.everHadOne(site, feed);
        return there ? standing(feed) : Standing.EMPTY;
    }

    private static Standing standing(FeedDefinition feed) {
        return feed.external() ? Standing.EXTERNAL : Standing.SERVED;
    }

    /** Of its items alone: one that a later definition leaves as it is would otherwise depend on when it was made. */
    private static Instant lastModified(SiteState site, FeedPlan.Archive archive) {
        return archive.places().stream()
                .map(ListedItem::modified)
                .max(Instant::compareTo)
                .orElse(site.occurredAt());
    }

    private DocumentBody write(SiteState site, FeedFrame frame, List<ListedItem> newestFirst) {
        return timer.record(() -> {
            ItemForm form = ItemForm.of(frame.format(), frame.feed().summaryOnly());
            try {
                return entries.rendered(site, frame.feed(), form, newestFirst, items -> {
                    DocumentBody.Target target = new DocumentBody.Target();
                    composer.compose(frame, items, target);
                    return target.body();
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Another one wherever what readers subscribe to is another one, in whichever format. */
    String fingerprint(SiteState site, FeedDefinition feed, FeedPlan plan) {
        Fingerprint said = new Fingerprint().add(standing(site, feed, plan).name());
        for (FeedFormat format : FeedFormat.values()) {
            said.add(composer.fingerprint(frames.subscription(site, feed, format, plan.archived())));
            said.add(frames.url(site, feed, format).toString());
            said.add(String.valueOf(frames.elsewhere(site, feed, format)));
        }
        return said.add(plan.subscribed()).toString();
    }

    /** Another one wherever the archive is another one, in whichever format. */
    String fingerprint(SiteState site, FeedDefinition feed, FeedPlan.Archive archive) {
        Fingerprint said = new Fingerprint().add(standing(feed).name());
        for (FeedFormat format : FeedFormat.values()) {
            said.add(composer.fingerprint(frames.archive(site, feed, format, archive.number())));
        }
        return said.add(archive.newestFirst()).toString();
    }

    /** Another one wherever more than the feed's items may make its documents other ones. */
    String madeFor(SiteState site, FeedDefinition feed) {
        Fingerprint said = new Fingerprint()
                .add(feed.kinds().toString())
                .add(feed.collections().toString())
                .add(feed.tags().toString())
                .add(standing(feed).name())
                .add(feed.summaryOnly() + " " + PageRule.of(feed, config.most()));
        for (FeedFormat format : FeedFormat.values()) {
            said.add(composer.fingerprint(frames.subscription(site, feed, format, 0)));
            said.add(composer.fingerprint(frames.archive(site, feed, format, 1)));
        }
        return said.toString();
    }
}
