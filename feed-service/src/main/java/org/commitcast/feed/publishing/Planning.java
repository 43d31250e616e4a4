package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.store.DocumentsConfig;
import org.commitcast.feed.store.FeedEntries;
import org.commitcast.feed.store.Unpublished.Span;
import org.commitcast.feedrendering.paging.ListedItem;
import org.commitcast.feedrendering.paging.PageRule;
import org.jspecify.annotations.Nullable;

/** Finds out how a feed's items are to be spread over documents, from as few of them as possible. */
@ApplicationScoped
class Planning {
    private final FeedEntries entries;
    private final StoredPages pages;
    private final DocumentsConfig config;

    Planning(FeedEntries entries, StoredPages pages, DocumentsConfig config) {
        this.entries = entries;
        this.pages = pages;
        this.config = config;
    }

    /** From all items, whatever the feed was before. */
    FeedPlan whole(SiteState site, FeedDefinition feed) {
        PageRule rule = PageRule.of(feed, config.most());
        Recutting cut = new Recutting(site, feed, rule, null, null);
        if (rule.cuts()) {
            cut.run();
        }
        return plan(site, feed, rule, cut);
    }

    /**
     * From the items around those that are different now: archives that are wholly older stand, and newer ones as well
     * as soon as one ends where it did.
     */
    FeedPlan since(SiteState site, FeedDefinition feed, Optional<Span> different) {
        PageRule rule = PageRule.of(feed, config.most());
        if (!rule.cuts()) {
            return whole(site, feed);
        }
        StoredPage start = different
                .map(span -> pages.lastBefore(site, feed, span.oldest()))
                .orElseGet(() -> pages.last(site, feed))
                .flatMap(page -> standing(site, feed, rule, page))
                .orElse(null);
        Recutting cut = new Recutting(site, feed, rule, start, different.orElse(null));
        cut.run();
        return plan(site, feed, rule, cut);
    }

    /** One that is not full hangs on the item behind it as well, which did not fit; older ones do not. */
    private Optional<StoredPage> standing(SiteState site, FeedDefinition feed, PageRule rule, StoredPage page) {
        return rule.isFull(page.places())
                ? Optional.of(page)
                : pages.find(site, feed, page.number() - 1).filter(older -> older.number() > StoredPage.SUBSCRIPTION);
    }

    private FeedPlan plan(SiteState site, FeedDefinition feed, PageRule rule, Recutting cut) {
        int alone = ListedItem.standing(cut.rest).size();
        List<ListedItem> newest = entries.newest(site, feed, rule.most(alone));
        List<ListedItem> subscribed = rule.subscribed(newest, alone);
        return rule.cuts()
                ? new FeedPlan(cut.archives, cut.number, subscribed, subscribed.subList(0, alone), cut.items + alone)
                : new FeedPlan(List.of(), 0, subscribed, subscribed, subscribed.size());
    }

    /** One run over a feed's items, oldest first, that stops where nothing behind can be different. */
    private final class Recutting {
        private final SiteState site;
        private final FeedDefinition feed;
        private final PageRule rule;
        private final @Nullable Span different;
        private final List<FeedPlan.Archive> archives = new ArrayList<>();
        private @Nullable StoredPage start;
        private List<ListedItem> rest = List.of();
        private int number;
        private int items;
        private boolean asBefore;

        Recutting(
                SiteState site,
                FeedDefinition feed,
                PageRule rule,
                @Nullable StoredPage start,
                @Nullable Span different) {
            this.site = site;
            this.feed = feed;
            this.rule = rule;
            this.start = start;
            this.different = different;
        }

        void run() {
            read();
            if (asBefore) {
                asBefore = false;
                start = pages.last(site, feed).orElse(start);
                read();
            }
        }

        private void read() {
            int first = number;
            number = start == null ? 0 : start.number();
            items += pages.items(site, feed, first, number);
            var cutter = rule.cutter(this::close);
            entries.oldestFirst(site, feed, start == null ? null : start.end(), item -> {
                cutter.add(item);
                return !asBefore;
            });
            rest = cutter.rest();
        }

        private void close(List<ListedItem> oldestFirst) {
            number++;
            List<ListedItem> newestFirst = new ArrayList<>(oldestFirst);
            Collections.reverse(newestFirst);
            var archive = new FeedPlan.Archive(number, newestFirst);
            archives.add(archive);
            items += archive.newestFirst().size();
            ListedItem newest = newestFirst.get(0);
            asBefore = different != null
                    && newest.date() > different.newest()
                    && pages.find(site, feed, number)
                            .filter(page -> page.endsWith(newest))
                            .isPresent();
        }
    }
}
