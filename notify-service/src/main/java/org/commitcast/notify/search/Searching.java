package org.commitcast.notify.search;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.eventtransport.Outage;
import org.commitcast.notify.cadence.Cadence;
import org.commitcast.notify.candidate.Candidates;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.Sites;
import org.commitcast.notify.lane.Turn;
import org.commitcast.notify.source.Searched;
import org.commitcast.notify.source.SourceCalls;
import org.commitcast.notify.time.DatabaseTime;
import org.jboss.logging.Logger;

/** Makes the searches that are due at a source, one call at a time. */
@ApplicationScoped
class Searching {
    private static final Logger LOG = Logger.getLogger(Searching.class);

    /** Longer than a call takes: nobody else makes it meanwhile, and a crash delays no longer. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    private static final Duration PUT_OFF = Duration.ofHours(1);
    private static final Duration OFTEN = Cadence.PAUSES.get(0);

    private final SearchRows rows;
    private final SourceCalls sources;
    private final Candidates candidates;
    private final Items items;
    private final Sites sites;
    private final List<SearchBacklog> backlogs;
    private final DatabaseTime time;
    private final Map<String, BacklogShare> shares = new ConcurrentHashMap<>();

    Searching(
            SearchRows rows,
            SourceCalls sources,
            Candidates candidates,
            Items items,
            Sites sites,
            @All List<SearchBacklog> backlogs,
            DatabaseTime time) {
        this.rows = rows;
        this.sources = sources;
        this.candidates = candidates;
        this.items = items;
        this.sites = sites;
        this.backlogs = backlogs;
        this.time = time;
    }

    /** Makes the one search that is the most urgent, or one that can wait where it is their turn. */
    Turn work(String source) {
        BacklogShare share = shares.computeIfAbsent(source, any -> new BacklogShare());
        if (share.isDue()) {
            Turn turn = backlog(source);
            share.tookBacklog(turn);
            if (turn.worked()) {
                return turn;
            }
        }
        Optional<Due> taken = QuarkusTransaction.requiringNew().call(() -> take(source));
        if (taken.isEmpty()) {
            return backlog(source);
        }
        share.tookYoung();
        return work(source, taken.get());
    }

    private Turn backlog(String source) {
        return backlogs.stream()
                .map(backlog -> backlog.work(source))
                .filter(Turn::worked)
                .findFirst()
                .orElse(Turn.NOTHING);
    }

    private Turn work(String source, Due due) {
        try {
            Optional<URI> address = QuarkusTransaction.requiringNew().call(() -> address(due));
            return address.isEmpty() ? Turn.DONE : search(due, address.get());
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            // What nothing can be made of keeps no other waiting.
            LOG.errorf(e, "search is put off (source=%s item=%s)", source, due.contentId());
            change(due, row -> row.putOff(time.now().plus(PUT_OFF)));
            return Turn.DONE;
        }
    }

    private Turn search(Due due, URI address) {
        return sources.search(due.source(), address).handle(found -> store(due, found), later -> {
            if (later.after() == null) {
                // The source is well and refuses this one.
                QuarkusTransaction.requiringNew().run(() -> goOn(due));
                return Turn.DONE;
            }
            change(due, row -> row.wait(due.dueAt(), time.now().plus(later.after())));
            return Turn.later(later.after());
        });
    }

    private Optional<Due> take(String source) {
        Instant now = time.now();
        return rows.latest(source, now).map(row -> {
            Due due = new Due(row.id, source, row.contentId, row.nextAt);
            row.lease(now, now.plus(UNDER_WAY));
            return due;
        });
    }

    /** What to look for; empty where nothing is left of it. */
    private Optional<URI> address(Due due) {
        Optional<SearchRow> held = rows.findByIdOptional(due.row(), LockModeType.PESSIMISTIC_WRITE);
        Optional<ContentSnapshot> item = held.flatMap(this::searchable);
        if (held.isEmpty() || item.isEmpty()) {
            held.ifPresent(this::leaveOut);
            return Optional.empty();
        }
        SearchRow row = held.get();
        List<URI> round = round(row, item.get());
        if (row.position() >= round.size()) {
            endRound(row, item.get(), time.now());
            return Optional.empty();
        }
        return Optional.of(round.get(row.position()));
    }

    /** Not now; what is no more is deleted by what says so. */
    private void leaveOut(SearchRow row) {
        row.putOff(time.now().plus(PUT_OFF));
    }

    private Optional<ContentSnapshot> searchable(SearchRow row) {
        return items.findByIdOptional(row.contentId)
                .filter(ItemRow::published)
                .filter(item -> sites.findByIdOptional(item.site())
                        .filter(site -> !site.hasOutlived(item))
                        .filter(site -> candidates.wants(site.definition(), row.source))
                        .isPresent())
                .map(ItemRow::snapshot);
    }

    private List<URI> round(SearchRow row, ContentSnapshot item) {
        return SearchRound.addresses(
                WantedAddresses.of(item, row.source, sources), row.rounds, row.pause <= OFTEN.toSeconds());
    }

    private Turn store(Due due, Searched.Found found) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!found.threads().isEmpty()) {
                items.findByIdOptional(due.contentId())
                        .map(ItemRow::snapshot)
                        .ifPresent(item -> candidates.take(item, due.source(), found.threads(), null));
            }
            goOn(due);
        });
        return Turn.DONE;
    }

    private void goOn(Due due) {
        Instant now = time.now();
        rows.findByIdOptional(due.row(), LockModeType.PESSIMISTIC_WRITE).ifPresent(row -> goOn(row, now));
    }

    private void goOn(SearchRow row, Instant now) {
        row.searched();
        Optional<ContentSnapshot> item = searchable(row);
        if (item.isEmpty()) {
            leaveOut(row);
        } else if (row.done >= round(row, item.get()).size()) {
            endRound(row, item.get(), now);
        } else {
            row.nextAt = now;
        }
    }

    private void endRound(SearchRow row, ContentSnapshot item, Instant now) {
        Cadence.next(Cadence.bornAt(item), now, row.id + row.rounds)
                .ifPresentOrElse(row::endRound, () -> rows.delete(row));
    }

    private void change(Due due, Consumer<SearchRow> change) {
        QuarkusTransaction.requiringNew().run(() -> rows.findByIdOptional(due.row(), LockModeType.PESSIMISTIC_WRITE)
                .ifPresent(change));
    }

    private record Due(String row, String source, String contentId, Instant dueAt) {}
}
