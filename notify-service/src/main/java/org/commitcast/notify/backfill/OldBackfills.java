package org.commitcast.notify.backfill;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.commitcast.notify.time.DatabaseTime;
import org.jboss.logging.Logger;

/** Deletes searches through archives that ended long ago, with what they found: a row for each item and source. */
@ApplicationScoped
class OldBackfills {
    private static final Logger LOG = Logger.getLogger(OldBackfills.class);

    private final BackfillRows backfills;
    private final BackfillConfig config;
    private final DatabaseTime time;

    OldBackfills(BackfillRows backfills, BackfillConfig config, DatabaseTime time) {
        this.backfills = backfills;
        this.config = config;
        this.time = time;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void delete() {
        Instant ended = time.now().minus(config.keepBackfills());
        long deleted = backfills.delete("state <> ?1 and finishedAt < ?2", BackfillRow.State.RUNNING, ended);
        if (deleted > 0) {
            LOG.infof("searches through archives are forgotten (count=%d endedBefore=%s)", deleted, ended);
        }
    }
}
