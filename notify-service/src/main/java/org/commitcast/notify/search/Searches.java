package org.commitcast.notify.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.notify.cadence.Cadence;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.gate.PageSeen;
import org.commitcast.notify.source.SourceCalls;
import org.commitcast.notify.time.DatabaseTime;

/** Decides which items are searched for. */
@ApplicationScoped
public class Searches {
    /** No item is searched for that is out for longer. */
    private static final Duration YOUNG = Duration.ofDays(30);

    private final SearchRows rows;
    private final SourceCalls sources;
    private final Items items;
    private final DatabaseTime time;

    Searches(SearchRows rows, SourceCalls sources, Items items, DatabaseTime time) {
        this.rows = rows;
        this.sources = sources;
        this.items = items;
        this.time = time;
    }

    /** An item has come or changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void consider(ContentSnapshot item) {
        if (!item.published()) {
            rows.delete("contentId", item.contentId());
            return;
        }
        // History is most of what comes: nothing is asked for its sake.
        if (Cadence.pause(Duration.between(Cadence.bornAt(item), item.occurredAt()))
                .isEmpty()) {
            return;
        }
        Instant now = time.now();
        List<SearchRow> known = rows.list("contentId", item.contentId());
        if (known.isEmpty()) {
            sources.searched().forEach(source -> begin(item, source, now));
        } else {
            known.forEach(row -> row.become(item, now));
        }
    }

    /** People post what they can see: now is when they begin. */
    void pageSeen(@Observes PageSeen seen) {
        Instant now = time.now();
        rows.list("contentId", seen.contentId()).forEach(row -> row.beNow(now));
    }

    /** A site is no more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(String site) {
        rows.delete("site", site);
    }

    /** Searches for an item now, at all sources, at whatever age. */
    void now(ContentSnapshot item) {
        Instant now = time.now();
        for (String source : sources.searched()) {
            rows.findByIdOptional(SearchRow.id(item.contentId(), source), LockModeType.PESSIMISTIC_WRITE)
                    .ifPresentOrElse(
                            row -> row.beNow(now),
                            () -> rows.persist(new SearchRow(item, source, now, Cadence.PAUSES.get(0))));
        }
    }

    /** Begins with items that came when a source was not searched yet. */
    @Transactional
    void beginWhereMissing() {
        Instant now = time.now();
        for (String source : sources.searched()) {
            for (String contentId : rows.without(source, now.minus(YOUNG))) {
                items.findByIdOptional(contentId).map(ItemRow::snapshot).ifPresent(item -> begin(item, source, now));
            }
        }
    }

    private void begin(ContentSnapshot item, String source, Instant now) {
        Cadence.pause(Duration.between(Cadence.bornAt(item), now))
                .filter(pause -> !rows.findByIdOptional(SearchRow.id(item.contentId(), source))
                        .isPresent())
                .ifPresent(pause -> rows.persist(new SearchRow(item, source, now, pause)));
    }
}
