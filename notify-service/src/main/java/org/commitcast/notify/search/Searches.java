package org.commitcast.notify.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.notify.cadence.Cadence;
import org.commitcast.notify.candidate.Candidates;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.Sites;
import org.commitcast.notify.gate.PageSeen;
import org.commitcast.notify.source.SourceCalls;
import org.commitcast.notify.time.DatabaseTime;

/** Decides which items are searched for. */
@ApplicationScoped
public class Searches {
    /** No item is searched for that is out for longer. */
    private static final Duration YOUNG = Duration.ofDays(30);

    private static final int AT_ONCE = 200;

    private final SearchRows rows;
    private final SourceCalls sources;
    private final Candidates candidates;
    private final Items items;
    private final Sites sites;
    private final DatabaseTime time;

    Searches(SearchRows rows, SourceCalls sources, Candidates candidates, Items items, Sites sites, DatabaseTime time) {
        this.candidates = candidates;
        this.sites = sites;
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
        known.forEach(row -> row.become(item, now));
        if (known.size() < sources.searched().size()) {
            // In one order: two who begin with the same item wait for one another once.
            new TreeSet<>(sources.searched()).forEach(source -> begin(item, source, now));
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

    /**
     * Searches for an item now, at whatever age.
     *
     * @return at which sources: those that its site wants
     */
    Set<String> now(ContentSnapshot item) {
        Instant now = time.now();
        Set<String> wanted = new TreeSet<>(sources.searched());
        sites.findByIdOptional(item.site())
                .ifPresent(site -> wanted.removeIf(source -> !candidates.wants(site.definition(), source)));
        for (String source : wanted) {
            rows.findByIdOptional(SearchRow.id(item.contentId(), source), LockModeType.PESSIMISTIC_WRITE)
                    .ifPresentOrElse(
                            row -> row.beNow(now),
                            () -> rows.begin(new SearchRow(item, source, now, Cadence.PAUSES.get(0))));
        }
        return wanted;
    }

    /** Begins with young items that are not searched for at a source yet; says whether there may be more. */
    boolean beginWhereMissing() {
        boolean more = false;
        for (String source : sources.searched()) {
            List<String> missing = QuarkusTransaction.requiringNew()
                    .call(() -> rows.without(source, time.now().minus(YOUNG), AT_ONCE));
            more |= missing.size() == AT_ONCE;
            // Each for itself: other instances do the same, and nobody waits for what holds anything else.
            missing.forEach(contentId -> QuarkusTransaction.requiringNew().run(() -> begin(contentId, source)));
        }
        return more;
    }

    private void begin(String contentId, String source) {
        items.findByIdOptional(contentId).map(ItemRow::snapshot).ifPresent(item -> begin(item, source, time.now()));
    }

    private void begin(ContentSnapshot item, String source, Instant now) {
        Cadence.pause(Duration.between(Cadence.bornAt(item), now))
                .filter(pause -> !rows.findByIdOptional(SearchRow.id(item.contentId(), source))
                        .isPresent())
                .ifPresent(pause -> rows.begin(new SearchRow(item, source, now, pause)));
    }
}
