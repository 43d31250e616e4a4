package org.commitcast.ingest.proposal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Speaks to forges on threads of its own: one that does not answer keeps no site waiting. */
@ApplicationScoped
class ProposalSender {
    private static final Logger LOG = Logger.getLogger(ProposalSender.class);
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final ProposalQueue queue;
    private final ProposalWork work;
    private final ExecutorService threads;
    private final Semaphore idle;

    ProposalSender(ProposalQueue queue, ProposalWork work, ProposalConfig config) {
        this.queue = queue;
        this.work = work;
        this.threads = Executors.newFixedThreadPool(config.workers());
        this.idle = new Semaphore(config.workers());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, identity = "proposals-due")
    void due() {
        int most = idle.drainPermits();
        int taken = 0;
        try {
            if (most > 0) {
                for (ProposalTask task : queue.take(most, LEASE)) {
                    threads.execute(() -> run(task));
                    taken++;
                }
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("the service is stopping; forges are asked after its next start");
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("forges are asked another time: %s", e.getMessage());
        } finally {
            idle.release(most - taken);
        }
    }

    private void run(ProposalTask task) {
        try {
            work.run(task);
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("a forge is asked another time (site=%s): %s", task.site(), e.getMessage());
        } finally {
            idle.release();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
