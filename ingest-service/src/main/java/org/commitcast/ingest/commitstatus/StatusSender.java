package org.commitcast.ingest.commitstatus;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Sends statuses on threads of its own: a forge that does not answer keeps nobody else waiting. */
@ApplicationScoped
class StatusSender {
    private static final Logger LOG = Logger.getLogger(StatusSender.class);
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Statuses statuses;
    private final StatusWork work;
    private final ExecutorService threads;
    private final Semaphore idle;

    StatusSender(Statuses statuses, StatusWork work, StatusConfig config) {
        this.statuses = statuses;
        this.work = work;
        this.threads = Executors.newFixedThreadPool(config.workers() + 1);
        this.idle = new Semaphore(config.workers());
    }

    void wanted(@Observes(during = TransactionPhase.AFTER_SUCCESS) StatusWanted event) {
        try {
            threads.execute(this::begin);
        } catch (RejectedExecutionException e) {
            LOG.debug("the service is stopping; statuses are sent after its next start");
        }
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, identity = "statuses-due")
    void due() {
        begin();
    }

    private void begin() {
        int most = idle.drainPermits();
        int taken = 0;
        try {
            if (most > 0) {
                for (Due due : statuses.take(most, LEASE)) {
                    threads.execute(() -> sendAndGoOn(due));
                    taken++;
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("statuses are sent another time: %s", e.getMessage());
        } finally {
            idle.release(most - taken);
        }
    }

    private void sendAndGoOn(Due due) {
        try {
            work.send(due);
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("status is sent another time (site=%s, commit=%s): %s", due.site(), due.commit(), e.getMessage());
        } finally {
            idle.release();
        }
        begin();
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
