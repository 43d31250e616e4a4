package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.store.FeedEntries;
import org.commitcast.feed.store.SiteFeeds;
import org.commitcast.feed.store.Unpublished;
import org.commitcast.feed.store.Unpublished.Span;
import org.commitcast.feedrendering.FeedChanges;
import org.commitcast.feedrendering.FeedManifest;
import org.commitcast.feedrendering.document.FeedFormat;

/**
 * Makes those documents of feeds again that are not what they were, and tells what is different. What it costs hangs on
 * how much that is, not on how much there is. Must be called in a transaction that holds the site.
 */
@ApplicationScoped
class FeedPublishing {
    private final StoredPages pages;
    private final Planning planning;
    private final Composing composing;
    private final FeedFrames frames;
    private final SiteDocuments documents;
    private final FeedEntries entries;
    private final Unpublished unpublished;
    private final Telling telling;

    FeedPublishing(
            StoredPages pages,
            Planning planning,
            Composing composing,
            FeedFrames frames,
            SiteDocuments documents,
            FeedEntries entries,
            Unpublished unpublished,
            Telling telling) {
        this.pages = pages;
        this.planning = planning;
        this.composing = composing;
        this.frames = frames;
        this.documents = documents;
        this.entries = entries;
        this.unpublished = unpublished;
        this.telling = telling;
    }

    /** All open feeds, from the items as they are rendered. */
    void publish(SiteState site, long through) {
        List<FeedDefinition> open = SiteFeeds.open(site.definition()).toList();
        pages.keepOnly(site, open.stream().map(FeedDefinition::name).toList());
        Optional<Span> different = unpublished.span(site);
        open.forEach(feed -> publish(site, feed, different, through));
        unpublished.settle(site);
    }

    /** Nothing is known any more of what the feeds of a site listed that is over. */
    void forget(SiteState site) {
        pages.keepOnly(site, List.of());
    }

    /** All documents of the site are made again with the next batch. */
    void distrust(String site) {
        pages.distrust(site);
    }

    private void publish(SiteState site, FeedDefinition feed, Optional<Span> different, long through) {
        Optional<StoredPage> before = pages.find(site, feed, StoredPage.SUBSCRIPTION);
        String madeFor = composing.madeFor(site, feed);
        boolean asBefore = before.filter(page -> page.madeFor().equals(madeFor)).isPresent();
        FeedPlan plan = asBefore ? planning.since(site, feed, different) : planning.whole(site, feed);
        var listings = new Listings();
        plan.archives().forEach(archive -> publish(site, feed, archive, listings, through));
        withdraw(site, feed, plan.archived() + 1, listings);
        StoredDocument document = publish(site, feed, plan, listings, through);
        pages.of(site, feed, StoredPage.SUBSCRIPTION).isMadeFor(madeFor);
        tell(site, feed, document, plan, listings, before.isPresent(), through);
    }

    private void publish(
            SiteState site, FeedDefinition feed, FeedPlan.Archive archive, Listings listings, long through) {
        StoredPage page = pages.of(site, feed, archive.number());
        String fingerprint = composing.fingerprint(site, feed, archive);
        page.holds(archive.places());
        if (!page.hasFingerprint(fingerprint)) {
            for (FeedFormat format : FeedFormat.values()) {
                Composition next = composing.archive(site, feed, format, archive, through);
                documents.put(site, next.draft(), next.standing());
            }
            listings.before(page.manifest());
            page.become(fingerprint, archive.newestFirst(), archive.newestFirst());
            listings.after(page.manifest());
        }
    }

    /** Archives from that number on are no more: their items stand in others, or nowhere. */
    private void withdraw(SiteState site, FeedDefinition feed, int number, Listings listings) {
        for (StoredPage page : pages.from(site, feed, number)) {
            listings.before(page.manifest());
            documents.withdraw(
                    site,
                    Arrays.stream(FeedFormat.values())
                            .map(format -> FeedFrames.archiveFile(feed, page.number(), format))
                            .toList());
            pages.delete(page);
        }
    }

    /** Returns what is stored of it as RSS. */
    private StoredDocument publish(
            SiteState site, FeedDefinition feed, FeedPlan plan, Listings listings, long through) {
        StoredPage page = pages.of(site, feed, StoredPage.SUBSCRIPTION);
        String fingerprint = composing.fingerprint(site, feed, plan);
        boolean same = page.hasFingerprint(fingerprint) && documents.areCurrent(site, feed);
        if (same) {
            documents.goOn(site, feed, through, entries.lastModified(site, feed));
        } else {
            for (FeedFormat format : FeedFormat.values()) {
                Composition next = composing.subscription(site, feed, format, plan, through);
                documents.put(site, next.draft(), next.standing());
            }
        }
        listings.before(page.manifest());
        page.holds(plan.unarchived());
        page.become(fingerprint, plan.unarchived(), plan.subscribed());
        listings.after(page.manifest());
        return documents.rss(site, feed);
    }

    private void tell(
            SiteState site,
            FeedDefinition feed,
            StoredDocument document,
            FeedPlan plan,
            Listings listings,
            boolean knownBefore,
            long through) {
        FeedChanges changes = listings.changes();
        List<String> changed = FeedUpdate.listed(changes.changed());
        telling.tell(
                site,
                document,
                new FeedUpdate(
                        feed,
                        frames.url(site, feed, FeedFormat.RSS),
                        frames.publicUrl(site, feed, FeedFormat.RSS),
                        through,
                        plan.items(),
                        entries.failed(site, feed),
                        knownBefore,
                        changes,
                        changed.isEmpty() ? Map.of() : unpublished.differences(site, changed)));
    }

    /** What the documents listed that are made anew, and what they list now; each item is in one of them at most. */
    private static final class Listings {
        private final Deque<FeedManifest> before = new ArrayDeque<>();
        private final Deque<FeedManifest> after = new ArrayDeque<>();

        void before(FeedManifest listed) {
            before.addFirst(listed);
        }

        void after(FeedManifest listed) {
            after.addFirst(listed);
        }

        /** Newest first, because the documents come oldest first. */
        FeedChanges changes() {
            return FeedManifest.join(before).changesTo(FeedManifest.join(after));
        }
    }
}
