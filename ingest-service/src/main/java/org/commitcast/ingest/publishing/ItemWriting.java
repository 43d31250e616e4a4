package org.commitcast.ingest.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.Batch;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.ingest.probe.Probes;
import org.commitcast.ingest.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * Writes the items of one plan, some at a time, in its writer's transaction: a batch may be as large as a site, and its
 * contents together larger than the heap.
 */
final class ItemWriting {
    private final Plan plan;
    private final Site site;
    private final Items items;
    private final Probes probes;
    private final Map<String, Written> written = new HashMap<>();
    private final int count;
    private int index;
    private int moreOut;

    ItemWriting(Plan plan, Site site, Items items, Probes probes) {
        this.plan = plan;
        this.site = site;
        this.items = items;
        this.probes = probes;
        this.count =
                (int) plan.items().stream().filter(one -> one.news() != null).count();
    }

    /** Writes some, in the order in which they are to go out; returns their records. */
    List<ContentSnapshot> write(List<Evaluated> some) {
        Map<String, Item> known =
                items.byId(some.stream().map(Evaluated::contentId).toList());
        List<ContentSnapshot> records = new ArrayList<>();
        for (Evaluated one : some) {
            Item item = known.computeIfAbsent(
                    one.contentId(), id -> new Item(id, site.name(), site.incarnation(), one.baseline()));
            boolean wasOut = item.isOut();
            write(one, item, records);
            items.persist(item);
            moreOut += (item.isOut() ? 1 : 0) - (wasOut ? 1 : 0);
            written.put(one.contentId(), Written.of(item, wasOut));
        }
        items.letGo(known.values());
        return records;
    }

    private void write(Evaluated one, Item item, List<ContentSnapshot> records) {
        item.seen(one.item(), one.changedBy());
        var back = one.keptBack();
        if (back != null) {
            item.keepBack(back.state(), back.number());
        }
        News news = one.news();
        if (news != null) {
            ContentSnapshot record = new Stamp(
                            item.revision() + 1,
                            site.nextSequence(),
                            new Batch(plan.head(), index++, count),
                            news.status(),
                            news.cause(),
                            item.commit(),
                            plan.at())
                    .on(news.state());
            item.published(record);
            records.add(record);
        }
        item.dueAt(due(one));
        item.pageTaken(one.findsItsPageTaken());
    }

    /** Audio that was found to be there while the plan was made has told an item so that the plan knows nothing of. */
    private @Nullable Instant due(Evaluated one) {
        var back = one.keptBack();
        var awaited = back == null ? null : back.awaited();
        boolean there = awaited != null && probes.isProven(site.name(), site.incarnation(), awaited);
        return there ? Instant.EPOCH : one.due();
    }

    /** How many more items of the site are out than before. */
    int moreOut() {
        return moreOut;
    }

    /** What became of the items, by content id. */
    Map<String, Written> written() {
        return written;
    }
}
