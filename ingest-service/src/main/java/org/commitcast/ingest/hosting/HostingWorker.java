package org.commitcast.ingest.hosting;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.commitcast.eventtransport.CaughtUp;
import org.jboss.logging.Logger;

/** Threads of its own: a branch that cannot be pushed to keeps neither content nor other sites waiting. */
@ApplicationScoped
class HostingWorker {
    private static final Logger LOG = Logger.getLogger(HostingWorker.class);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Hostings hostings;
    private final HostingWork work;
    private final HostingOutcomes outcomes;
    private final HostingConfig config;
    private final CaughtUp caughtUp;
    private final ExecutorService threads;
    private final Semaphore idle;
    /** Hosts that hang have failed before, all but once: they wait for one another, and nobody for them. */
    private final Semaphore forFailing;

    private final Set<String> holders = ConcurrentHashMap.newKeySet();

    HostingWorker(
            Hostings hostings, HostingWork work, HostingOutcomes outcomes, HostingConfig config, CaughtUp caughtUp) {
        this.hostings = hostings;
        this.outcomes = outcomes;
        this.work = work;
        this.config = config;
        this.caughtUp = caughtUp;
        this.threads = Executors.newFixedThreadPool(config.workers() + 1);
        this.idle = new Semaphore(config.workers());
        this.forFailing = new Semaphore(Math.max(1, Math.min(config.workersForFailing(), config.workers() - 1)));
    }

    void wanted(@Observes(during = TransactionPhase.AFTER_SUCCESS) HostingWanted event) {
        try {
            threads.execute(this::begin);
        } catch (RejectedExecutionException e) {
            LOG.debug("the service is stopping; feeds are committed after its next start");
        }
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, identity = "hosting-due")
    void due() {
        begin();
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP, identity = "hosting-leases")
    void leases() throws SQLException {
        if (!holders.isEmpty()) {
            hostings.renew(Set.copyOf(holders), LEASE);
        }
    }

    private void begin() {
        while (caughtUp.isCaughtUp() && idle.tryAcquire()) {
            boolean taken = false;
            try {
                taken = take();
            } catch (SQLException | RuntimeException e) {
                LOG.debugf("feeds are committed another time: %s", e.getMessage());
            } finally {
                if (!taken) {
                    idle.release();
                }
            }
            if (!taken) {
                return;
            }
        }
    }

    private boolean take() throws SQLException {
        boolean mayFail = forFailing.tryAcquire();
        boolean fails = false;
        try {
            String holder = UUID.randomUUID().toString();
            List<HostingDue> due = hostings.take(holder, LEASE, config.look(), mayFail);
            for (HostingDue one : due) {
                fails = one.attempts() > 0;
                holders.add(holder);
                threads.execute(() -> workAndGoOn(one));
            }
            return !due.isEmpty();
        } finally {
            if (mayFail && !fails) {
                forFailing.release();
            }
        }
    }

    private void workAndGoOn(HostingDue due) {
        try {
            work.run(due);
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.warnf(e, "feeds are committed another time (site=%s)", due.site());
            giveBack(due);
        } finally {
            holders.remove(due.holder());
            if (due.attempts() > 0) {
                forFailing.release();
            }
            idle.release();
        }
        begin();
    }

    private void giveBack(HostingDue due) {
        try {
            outcomes.notYet(due, "an error inside of Commitcast");
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("the lease of a site runs out (site=%s): %s", due.site(), e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
