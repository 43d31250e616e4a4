package org.commitcast.notify.backfill;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.eventtransport.Outage;
import org.commitcast.notify.address.ItemAddresses;
import org.commitcast.notify.backfill.BackfillRow.State;
import org.commitcast.notify.candidate.Candidates;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.lane.Turn;
import org.commitcast.notify.search.SearchBacklog;
import org.commitcast.notify.search.WantedAddresses;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.Searched;
import org.commitcast.notify.source.SourceCalls;
import org.commitcast.notify.time.DatabaseTime;
import org.jboss.logging.Logger;

/**
 * Searches through archives, one call at a time. What is found is held back until all is searched, so that it is
 * proposed together.
 */
@ApplicationScoped
class Backfilling implements SearchBacklog {
    private static final Logger LOG = Logger.getLogger(Backfilling.class);

    /** Longer than a call takes: nobody else makes it meanwhile, and a crash delays no longer. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    /** Of an item that moved again and again, its latest addresses. */
    private static final int MOST_ADDRESSES = 12;

    private final BackfillRows backfills;
    private final ArchiveSearches searches;
    private final Silences silences;
    private final SourceCalls sources;
    private final Candidates candidates;
    private final Items items;
    private final DatabaseTime time;

    Backfilling(
            BackfillRows backfills,
            ArchiveSearches searches,
            Silences silences,
            SourceCalls sources,
            Candidates candidates,
            Items items,
            DatabaseTime time) {
        this.backfills = backfills;
        this.searches = searches;
        this.silences = silences;
        this.sources = sources;
        this.candidates = candidates;
        this.items = items;
        this.time = time;
    }

    @Override
    public Turn work(String source) {
        Optional<Due> taken = QuarkusTransaction.requiringNew().call(() -> take(source));
        if (taken.isEmpty()) {
            return recordNext() ? Turn.DONE : Turn.NOTHING;
        }
        Due due = taken.get();
        try {
            Optional<URI> address = QuarkusTransaction.requiringNew().call(() -> address(due));
            return address.isEmpty() ? Turn.DONE : search(due, address.get());
        } catch (RuntimeException e) {
            orLeaveOut(e, due.contentId());
            change(due, search -> search.finished = true);
            return Turn.DONE;
        }
    }

    /** What nothing can be made of keeps no other waiting. */
    private static void orLeaveOut(RuntimeException problem, String contentId) {
        if (Outage.isBehind(problem)) {
            throw problem;
        }
        LOG.errorf(problem, "item is left out of the search through its archive (item=%s)", contentId);
    }

    private Turn search(Due due, URI address) {
        return sources.search(due.source(), address).handle(found -> store(due, found), later -> {
            if (later.after() == null) {
                // The source is well and refuses this one.
                return answered(due, ArchiveSearch::pass);
            }
            change(due, search -> search.wait(time.now().plus(later.after())));
            QuarkusTransaction.requiringNew().run(() -> silences.noAnswer(due.source()));
            return Turn.later(later.after());
        });
    }

    private Turn answered(Due due, Consumer<ArchiveSearch> change) {
        change(due, search -> {
            change.accept(search);
            silences.answered(due.source());
        });
        return Turn.DONE;
    }

    private Optional<Due> take(String source) {
        Instant now = time.now();
        return searches.next(source, now).map(search -> {
            search.leaseUntil = now.plus(UNDER_WAY);
            return new Due(search.key, source, search.contentId);
        });
    }

    /** What to look for; empty where nothing is left of it. */
    private Optional<URI> address(Due due) {
        return held(due).filter(search -> !search.finished).flatMap(search -> {
            List<URI> addresses = item(search.contentId)
                    .filter(ItemRow::published)
                    .map(ItemRow::snapshot)
                    .map(item -> addresses(item, search.source))
                    .orElse(List.of());
            search.finished = search.done >= addresses.size();
            return search.finished ? Optional.empty() : Optional.of(addresses.get(search.done));
        });
    }

    private List<URI> addresses(ContentSnapshot item, String source) {
        List<URI> all = WantedAddresses.of(item, source, sources);
        return all.subList(0, Math.min(MOST_ADDRESSES, all.size()));
    }

    private Turn store(Due due, Searched.Found found) {
        return answered(due, search -> search.add(ofTheItem(due.contentId(), found)));
    }

    /** What a fuzzy search gave beside it is not kept. */
    private List<FoundThread> ofTheItem(String contentId, Searched.Found found) {
        return item(contentId)
                .map(ItemRow::snapshot)
                .map(ItemAddresses::all)
                .map(addresses -> found.threads().stream()
                        .filter(thread -> addresses.match(thread.about()).isPresent())
                        .toList())
                .orElse(List.of());
    }

    private void change(Due due, Consumer<ArchiveSearch> change) {
        QuarkusTransaction.requiringNew().run(() -> held(due).ifPresent(change));
    }

    private Optional<ArchiveSearch> held(Due due) {
        return searches.findByIdOptional(due.key(), LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<ItemRow> item(String contentId) {
        return items.findByIdOptional(contentId);
    }

    /** Records what was found for one more item of an archive that is searched through; one, so that no locks pile up. */
    private boolean recordNext() {
        Optional<Next> next = QuarkusTransaction.requiringNew().call(this::nextToRecord);
        next.ifPresent(one -> {
            try {
                QuarkusTransaction.requiringNew().run(() -> record(one));
            } catch (RuntimeException e) {
                orLeaveOut(e, one.contentId());
                QuarkusTransaction.requiringNew().run(() -> isRecorded(one));
            }
        });
        return next.isPresent();
    }

    private Optional<Next> nextToRecord() {
        return backfills.nextSearched(sources.searched()).flatMap(backfill -> {
            Optional<ArchiveSearch> next = backfill.dryRun
                    ? Optional.empty()
                    : searches.thatFound(backfill.id, backfill.recorded, 1).stream()
                            .findFirst();
            if (next.isEmpty()) {
                end(backfill);
            }
            return next.map(search -> new Next(search.key, search.contentId));
        });
    }

    /** Empty where somebody else has done it meanwhile. */
    private Optional<BackfillRow> isRecorded(Next next) {
        Optional<BackfillRow> backfill = backfills
                .findByIdOptional(next.key().backfill(), LockModeType.PESSIMISTIC_WRITE)
                .filter(row -> row.runs() && row.recorded < next.key().position());
        backfill.ifPresent(row -> row.recorded = next.key().position());
        return backfill;
    }

    private void record(Next next) {
        isRecorded(next)
                .ifPresent(backfill -> searches.findByIdOptional(next.key()).ifPresent(search -> item(search.contentId)
                        .filter(item -> item.published() && item.incarnation().equals(backfill.incarnation))
                        .map(ItemRow::snapshot)
                        .ifPresent(item -> candidates.take(item, search.source, search.found(), backfill.proposal))));
    }

    private void end(BackfillRow backfill) {
        backfill.end(State.DONE, time.now());
        LOG.infof("archive searched (site=%s proposal=%s)", backfill.site, backfill.proposal);
    }

    private record Due(ArchiveSearch.Key key, String source, String contentId) {}

    private record Next(ArchiveSearch.Key key, String contentId) {}
}
