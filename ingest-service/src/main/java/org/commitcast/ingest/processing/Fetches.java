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
import org.jspecify.annotations.Nullable;

/** Fetches on threads of their own, so that a site whose forge is silent for minutes goes on with what it has. */
@ApplicationScoped
class Fetches {
    private static final long BETWEEN_LOOKS_MILLIS = 1000;

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
            // Where what was due could not be published either, nobody is left who wants the answer.
            fetch.cancel(true);
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
