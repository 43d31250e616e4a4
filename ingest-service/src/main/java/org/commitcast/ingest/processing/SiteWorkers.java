package org.commitcast.ingest.processing;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.commitcast.eventtransport.CaughtUp;
import org.commitcast.ingest.adoption.AdoptionFailedException;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.checkout.TooManyFilesException;
import org.commitcast.ingest.inbox.SiteClaims;
import org.commitcast.ingest.inbox.SiteClaims.Claim;
import org.commitcast.ingest.inbox.WorkQueue;
import org.commitcast.ingest.publishing.StaleWorkException;
import org.jboss.logging.Logger;

/** A few threads that take the sites that have something to do, one after another, until there are none. */
@ApplicationScoped
class SiteWorkers {
    private static final Logger LOG = Logger.getLogger(SiteWorkers.class);

    private final String instance = UUID.randomUUID() + "/";
    private final AtomicLong takings = new AtomicLong();
    private final ProcessingConfig config;
    private final SiteProcessing processing;
    private final SiteClaims claims;
    private final WorkQueue work;
    private final CaughtUp caughtUp;
    private final ExecutorService threads;
    private final Semaphore idle;
    /** Repositories that hang have failed before, all but once: they wait for one another, and nobody for them. */
    private final Semaphore forFailing;
    /** What is read for the first time may hang, is large, and waits for its turn to be imported. */
    private final Semaphore forNew;

    /** Sites by who holds them; another taking of the same site, after its lease ran out, takes its place. */
    private final Map<String, String> atWork = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    SiteWorkers(
            ProcessingConfig config, SiteProcessing processing, SiteClaims claims, WorkQueue work, CaughtUp caughtUp) {
        this.config = config;
        this.processing = processing;
        this.claims = claims;
        this.work = work;
        this.caughtUp = caughtUp;
        this.threads = Executors.newFixedThreadPool(config.workers());
        this.idle = new Semaphore(config.workers());
        this.forFailing = some(config.workersForFailing());
        this.forNew = some(config.workersForNew());
    }

    /** At least one, and one is always left for the others. */
    private Semaphore some(int wanted) {
        return new Semaphore(Math.max(1, Math.min(wanted, config.workers() - 1)));
    }

    /** There may be something to do. */
    void wake() {
        if (!stopping && caughtUp.isCaughtUp() && idle.tryAcquire()) {
            threads.execute(() -> {
                boolean worked = false;
                try {
                    worked = workUntilNothingIsLeft();
                } finally {
                    idle.release();
                }
                if (worked) {
                    // Whoever woke us while the last of us was about to go to sleep found nobody idle.
                    wake();
                }
            });
        }
    }

    /** Keeps the sites that are being worked on. */
    void renewLeases() throws SQLException {
        claims.renew(instance, config.lease(), Set.copyOf(atWork.keySet()));
    }

    private boolean workUntilNothingIsLeft() {
        boolean worked = false;
        try {
            while (workOnce()) {
                worked = true;
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("work waits for the database: %s", e.getMessage());
            return false;
        }
        return worked;
    }

    private boolean workOnce() throws SQLException {
        return releaseOnce() || workInTurn();
    }

    private boolean releaseOnce() throws SQLException {
        Optional<Claim> claim = claimRelease();
        if (claim.isPresent()) {
            wake();
            workOn(claim.get(), this::release);
        }
        return claim.isPresent();
    }

    private boolean workInTurn() throws SQLException {
        boolean mayFail = forFailing.tryAcquire();
        boolean mayBeNew = forNew.tryAcquire();
        try {
            Optional<Claim> claim = claim(mayFail, mayBeNew);
            if (claim.isPresent()) {
                mayFail = keepOnly(claim.get().failing(), mayFail, forFailing);
                mayBeNew = keepOnly(claim.get().unread(), mayBeNew, forNew);
                // Where there is one there may be more, and this one may take long.
                wake();
                workOn(claim.get(), this::workAndGiveBack);
            }
            return claim.isPresent();
        } finally {
            keepOnly(false, mayFail, forFailing);
            keepOnly(false, mayBeNew, forNew);
        }
    }

    /** Gives a place back that is not needed; says whether it is still held. */
    private static boolean keepOnly(boolean needed, boolean held, Semaphore places) {
        if (held && !needed) {
            places.release();
        }
        return held && needed;
    }

    /** One at a time: the next one must know that this one's site is at work. */
    private synchronized Optional<Claim> claim(boolean alsoFailing, boolean alsoNew) throws SQLException {
        String holder = instance + takings.incrementAndGet();
        Optional<Claim> claim = stopping
                ? Optional.empty()
                : claims.claim(holder, instance, config.lease(), Set.copyOf(atWork.keySet()), alsoFailing, alsoNew);
        claim.ifPresent(taken -> atWork.put(taken.site(), taken.holder()));
        return claim;
    }

    private synchronized Optional<Claim> claimRelease() throws SQLException {
        String holder = instance + takings.incrementAndGet();
        Optional<Claim> claim = stopping
                ? Optional.empty()
                : claims.claimRelease(holder, instance, config.lease(), Set.copyOf(atWork.keySet()))
                        .map(site -> new Claim(site, holder, true, false));
        claim.ifPresent(taken -> atWork.put(taken.site(), taken.holder()));
        return claim;
    }

    private interface Work {
        void on(String site, String holder) throws SQLException;
    }

    private void workOn(Claim claim, Work work) throws SQLException {
        try {
            work.on(claim.site(), claim.holder());
        } finally {
            atWork.remove(claim.site(), claim.holder());
        }
    }

    private void release(String site, String holder) throws SQLException {
        boolean done = false;
        try {
            processing.release(site, holder);
            done = true;
        } catch (StaleWorkException e) {
            LOG.debugf("a release is tried again (site=%s): %s", site, e.getMessage());
        } catch (StackOverflowError | IOException | SQLException | RuntimeException e) {
            LOG.errorf(e, "a release is tried again (site=%s)", site);
        } finally {
            work.released(site, holder, done);
        }
    }

    private void workAndGiveBack(String site, String holder) throws SQLException {
        try {
            processing.run(site, holder);
            work.done(site, holder);
        } catch (RepositoryUnavailableException e) {
            LOG.infof("repository cannot be read, will be tried again (site=%s): %s", site, e.reason());
            work.failed(site, holder, e.reason(), e.retryAfter());
        } catch (TooManyFilesException e) {
            LOG.infof("repository is too large, will be tried again (site=%s): %s", site, e.getMessage());
            work.failed(site, holder, String.valueOf(e.getMessage()), null);
        } catch (AdoptionFailedException e) {
            LOG.infof("feed cannot be adopted, will be tried again (site=%s): %s", site, e.getMessage());
            work.failed(site, holder, String.valueOf(e.getMessage()), null);
        } catch (StaleWorkException e) {
            LOG.debugf("work begins anew (site=%s): %s", site, e.getMessage());
            work.done(site, holder);
        } catch (OutOfMemoryError e) {
            // All that the round held is free again, and whoever else has work here goes on.
            LOG.errorf(e, "not enough memory for a site, will be tried again (site=%s)", site);
            work.failed(site, holder, "There is not enough memory to read the repository.", null);
        } catch (StackOverflowError | Exception e) {
            // What is nested too deeply for its reader is the fault of one site; the others go on.
            LOG.errorf(e, "work on a site failed and will be tried again (site=%s)", site);
            work.failed(site, holder, "An error inside of Commitcast; its log says more.", null);
        }
    }

    void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
            // What is cut off here is rolled back and begun again by whoever takes the site next.
            threads.shutdownNow();
        }
    }
}
