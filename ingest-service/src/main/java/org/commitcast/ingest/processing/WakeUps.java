package org.commitcast.ingest.processing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import org.commitcast.ingest.inbox.SiteWoken;

/** Wakes the workers: at once by what happens here, after a moment by what happened elsewhere or is due by the clock. */
@ApplicationScoped
class WakeUps {
    private final SiteWorkers workers;

    WakeUps(SiteWorkers workers) {
        this.workers = workers;
    }

    void woken(@Observes(during = TransactionPhase.AFTER_SUCCESS) SiteWoken event) {
        workers.wake();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, identity = "work-due")
    void due() {
        workers.wake();
    }

    @Scheduled(every = "4s", concurrentExecution = ConcurrentExecution.SKIP, identity = "work-leases")
    void leases() throws SQLException {
        workers.renewLeases();
    }
}
