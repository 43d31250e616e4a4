package org.commitcast.ingest.processing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.commitcast.eventtransport.CaughtUp;
import org.commitcast.ingest.checkout.LocalCopies;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.checkout.LocalCopy.Looked;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.inbox.Arrival;
import org.commitcast.ingest.inbox.Inbox;
import org.commitcast.ingest.inbox.OwnSource;
import org.commitcast.ingest.inbox.Sweeps;
import org.commitcast.ingest.inbox.Sweeps.Look;
import org.commitcast.ingest.publishing.SitesAtWork;
import org.commitcast.ingest.publishing.SitesAtWork.Job;
import org.jboss.logging.Logger;

/** Looks at repositories now and then: forges lose webhooks, and some sites have none. */
@ApplicationScoped
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final int AT_ONCE = 4;

    private final Sweeps sweeps;
    private final SitesAtWork sites;
    private final LocalCopies copies;
    private final Inbox inbox;
    private final ProcessingConfig config;
    private final CaughtUp caughtUp;
    private final MeterRegistry metrics;
    /** A repository that does not answer keeps its own thread only. */
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    private final Semaphore idle = new Semaphore(AT_ONCE);

    Sweep(
            Sweeps sweeps,
            SitesAtWork sites,
            LocalCopies copies,
            Inbox inbox,
            ProcessingConfig config,
            CaughtUp caughtUp,
            MeterRegistry metrics) {
        this.sweeps = sweeps;
        this.sites = sites;
        this.copies = copies;
        this.inbox = inbox;
        this.config = config;
        this.caughtUp = caughtUp;
        this.metrics = metrics;
        // There from the beginning, so that an increase is seen.
        List.of(true, false).forEach(this::found);
    }

    private Counter found(boolean told) {
        return Counter.builder("commitcast.pushes.found.by.sweep")
                .description("Pushes that no webhook told of, at sites that have webhooks and at others")
                .tag("webhooks", told ? "yes" : "no")
                .register(metrics);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, identity = "sweep")
    void sweep() throws SQLException {
        int most = idle.drainPermits();
        int taken = 0;
        try {
            if (caughtUp.isCaughtUp() && most > 0) {
                var rhythm = new Sweeps.Rhythm(config.sweep(), config.sweepWithoutWebhook(), config.sweepJitter());
                for (Look look : sweeps.take(most, rhythm)) {
                    threads.execute(() -> lookAndRest(look));
                    taken++;
                }
            }
        } finally {
            idle.release(most - taken);
        }
    }

    private void lookAndRest(Look look) {
        try {
            look(look);
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("repository is looked at another time (site=%s): %s", look.site(), e.getMessage());
        } finally {
            idle.release();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    private void look(Look look) throws SQLException {
        Optional<Job> job = sites.find(look.site(), "");
        if (job.isEmpty() || !job.get().site().imported()) {
            return;
        }
        Optional<String> known = job.get().knownBranch();
        try (LocalCopy copy = copies.open(job.get().site().incarnation())) {
            Looked looked = copy.look(job.get().access(), known);
            boolean renamed =
                    known.isPresent() && job.get().access().branch() == null && !known.equals(looked.branch());
            if (renamed) {
                sites.forgetBranch(look.site());
            }
            Optional<String> commit = looked.commit();
            boolean same = commit.equals(Optional.ofNullable(look.seenCommit()));
            if (!same) {
                if (!inbox.isBeingToldOf(look.site(), commit.orElse(""))) {
                    found(look.told()).increment();
                }
                String branch = looked.branch().or(() -> known).orElse("main");
                inbox.put(Arrival.found(look.site(), "refs/heads/" + branch, commit.orElse("")));
            } else if (renamed) {
                inbox.put(Arrival.own(look.site(), OwnSource.SWEEP));
            }
        } catch (RepositoryUnavailableException e) {
            // The site shows it, because a round of work fails the same way.
            inbox.put(Arrival.own(look.site(), OwnSource.SWEEP));
        } catch (IOException e) {
            LOG.warnf(e, "local copy cannot be opened (site=%s)", look.site());
        }
    }
}
