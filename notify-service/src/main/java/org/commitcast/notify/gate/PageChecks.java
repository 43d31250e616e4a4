package org.commitcast.notify.gate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.commitcast.eventtransport.CaughtUp;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.lane.Lanes;
import org.commitcast.notify.time.DatabaseTime;

/** Looks at the pages that announcements wait for; one at a time for each site, sites beside one another. */
@ApplicationScoped
class PageChecks {
    /** Longer than a look can take: nobody else looks meanwhile, and a crash delays no longer. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(40);

    private final Items items;
    private final PageProbe probe;
    private final Gatekeeper gatekeeper;
    private final DatabaseTime time;
    private final CaughtUp caughtUp;
    private final Event<PageSeen> seen;
    private volatile boolean stopping;
    private final Lanes lanes = new Lanes("page-checks", this::checkAll);

    PageChecks(
            Items items,
            PageProbe probe,
            Gatekeeper gatekeeper,
            DatabaseTime time,
            CaughtUp caughtUp,
            Event<PageSeen> seen) {
        this.items = items;
        this.probe = probe;
        this.gatekeeper = gatekeeper;
        this.time = time;
        this.caughtUp = caughtUp;
        this.seen = seen;
    }

    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) PageDue due) {
        lanes.wake(due.site());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void wakeDue() {
        if (ready()) {
            QuarkusTransaction.requiringNew()
                    .call(() -> items.sitesWithPagesDue(time.now()))
                    .forEach(lanes::wake);
        }
    }

    /** Nothing stays behind because a wake was lost. */
    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void reviewAll() {
        if (ready()) {
            QuarkusTransaction.requiringNew()
                    .call(gatekeeper::waiting)
                    .forEach(item -> QuarkusTransaction.requiringNew().run(() -> gatekeeper.review(item)));
        }
    }

    private void checkAll(String site) {
        Optional<Page> page = next(site);
        while (page.isPresent() && !stopping) {
            Page looked = page.get();
            Optional<String> complaint = probe.complaint(looked.url());
            QuarkusTransaction.requiringNew().run(() -> store(looked, complaint));
            page = next(site);
        }
    }

    private Optional<Page> next(String site) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = time.now();
            return items.nextPageDue(site, now).map(item -> {
                item.lookAgain(now.plus(UNDER_WAY));
                return new Page(item.contentId(), item.url());
            });
        });
    }

    private void store(Page page, Optional<String> complaint) {
        items.findByIdOptional(page.contentId(), LockModeType.PESSIMISTIC_WRITE)
                .filter(item -> item.url().equals(page.url()))
                .ifPresent(item -> {
                    Instant now = time.now();
                    complaint.ifPresentOrElse(
                            reason -> item.pageIsMissing(reason, now.plus(PageBackOff.after(item.pageChecks()))),
                            () -> {
                                item.pageIsLive(now);
                                seen.fire(new PageSeen(page.contentId()));
                            });
                    items.flush();
                    gatekeeper.review(page.contentId());
                });
    }

    private boolean ready() {
        return caughtUp.isCaughtUp() && !stopping;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        lanes.close();
    }

    private record Page(String contentId, String url) {}
}
