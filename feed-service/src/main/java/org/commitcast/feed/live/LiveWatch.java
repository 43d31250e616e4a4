package org.commitcast.feed.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.commitcast.eventtransport.CaughtUp;
import org.commitcast.eventtransport.Outage;
import org.commitcast.feed.live.Looks.Due;
import org.commitcast.feed.store.Schema;
import org.jboss.logging.Logger;

/**
 * Looks at feeds that somebody else makes: as soon as ours is another one, soon again while something of ours is awaited
 * there, and now and then. Several at a time, so that a slow host delays no other site.
 */
@ApplicationScoped
class LiveWatch {
    private static final Logger LOG = Logger.getLogger(LiveWatch.class);
    private static final int AT_ONCE = 4;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Looks looks;
    private final Look look;
    private final LiveConfig config;
    private final Schema schema;
    private final CaughtUp caughtUp;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Set<Due> underWay = ConcurrentHashMap.newKeySet();

    LiveWatch(Looks looks, Look look, LiveConfig config, Schema schema, CaughtUp caughtUp) {
        this.looks = looks;
        this.look = look;
        this.config = config;
        this.schema = schema;
        this.caughtUp = caughtUp;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void lookAtDue() {
        if (!schema.isCurrent() || !caughtUp.isCaughtUp()) {
            return;
        }
        try {
            for (Due due : looks.due()) {
                if (underWay.size() < AT_ONCE && underWay.add(due)) {
                    threads.execute(() -> lookAt(due));
                }
            }
        } catch (SQLException e) {
            if (!Outage.isBehind(e)) {
                LOG.warn("feeds that are made elsewhere cannot be looked at", e);
            }
        }
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void forgetOthers() throws SQLException {
        if (schema.isCurrent()) {
            looks.forgetOthers();
        }
    }

    private void lookAt(Due due) {
        try {
            int count = looks.claim(due);
            if (count > 0) {
                Optional<Look.Sight> sight = look.at(due.site(), due.feed());
                looks.again(due, pause(sight.filter(Look.Sight::awaits).isPresent(), count));
            }
        } catch (SQLException | RuntimeException e) {
            // It is due again in two minutes.
            LOG.warnf("feed made elsewhere could not be looked at (site=%s, feed=%s): %s", due.site(), due.feed(), e);
        } finally {
            underWay.remove(due);
        }
    }

    /** A static site is built within minutes; what is not there by then is not in a hurry. */
    private Duration pause(boolean awaits, int count) {
        Duration soon = SOON.multipliedBy(1L << (Math.min(count, 40) / 2));
        return awaits && soon.compareTo(config.every()) < 0 ? soon : config.every();
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
