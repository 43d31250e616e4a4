package org.commitcast.ingest.processing;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.commitcast.ingest.checkout.Fetched;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.publishing.SitesAtWork.Job;
import org.commitcast.ingest.publishing.StaleWorkException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Fetches on threads of their own, so that a site whose forge is silent for minutes goes on with what it has. */
@ApplicationScoped
class Fetches {
    private static final Logger LOG = Logger.getLogger(Fetches.class);
    private static final long BETWEEN_LOOKS_MILLIS = 1000;
    /** A connection that is being made ends by its own limit. */
    private static final long PATIENCE_SECONDS = 15;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What a site has to do while it waits for its forge. */
    interface Meanwhile {
        void look() throws SQLException, StaleWorkException;
    }

    /**
     * Brings the branch of a site here.
     *
     * @param meanwhile called now and then, on the thread that called this
     * @throws RepositoryUnavailableException as {@link LocalCopy#fetch} does
     */
    Fetched fetch(Job job, LocalCopy copy, Meanwhile meanwhile)
            throws SQLException, RepositoryUnavailableException, StaleWorkException {
        Future<Fetched> fetch = threads.submit(() -> copy.fetch(job.access(), job.knownBranch()));
        try {
            while (true) {
                try {
                    return fetch.get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    meanwhile.look();
                }
            }
        } catch (ExecutionException e) {
            throw asItWas(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a repository was fetched", e);
        } finally {
            if (!fetch.isDone()) {
                // Where what was due could not be published either, nobody is left who wants the answer.
                end(fetch, copy);
            }
        }
    }

    /** The next round opens the same folder: two never fetch into it at once. */
    private static void end(Future<Fetched> fetch, LocalCopy copy) {
        copy.abandonFetch();
        try {
            fetch.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            LOG.debug("a fetch was given up", e.getCause());
        } catch (TimeoutException e) {
            LOG.warn("a fetch that was given up goes on until its limits of time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RepositoryUnavailableException asItWas(@Nullable Throwable failure) {
        if (failure instanceof RepositoryUnavailableException unavailable) {
            return unavailable;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw failure instanceof RuntimeException fault ? fault : new IllegalStateException(failure);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
