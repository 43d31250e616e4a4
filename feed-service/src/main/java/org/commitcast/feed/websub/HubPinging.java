package org.commitcast.feed.websub;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.commitcast.eventtransport.Outage;
import org.commitcast.feed.store.Schema;
import org.jboss.logging.Logger;

/** Tells hubs what is due. Of several instances one takes up each ping; a hub that does not answer keeps no other waiting. */
@ApplicationScoped
public class HubPinging {
    private static final Logger LOG = Logger.getLogger(HubPinging.class);
    /** Longer than an exchange may take. */
    private static final Duration LEASE = Duration.ofMinutes(1);
    /** Pings that one hub gets at a time. */
    private static final int MOST_FOR_ONE_HUB = 2;

    private static final int MOST_NAMED = 10;

    /** How often it is looked whether readers have a change. */
    private static final Duration OFTEN = Duration.ofSeconds(2);

    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final Schema schema;
    private final HubPings pings;
    private final Topics topics;
    private final Hubs hubs;
    private final Patience patience;
    private final Semaphore free;
    private final ExecutorService workers;
    private final Map<String, Integer> busy = new ConcurrentHashMap<>();
    private final Counter acknowledged;
    private final Counter failed;
    private volatile List<String> failing = List.of();

    HubPinging(Schema schema, HubPings pings, Topics topics, Hubs hubs, HubConfig config, MeterRegistry metrics) {
        this.schema = schema;
        this.pings = pings;
        this.topics = topics;
        this.hubs = hubs;
        patience = new Patience(config.firstRetry(), config.longestRetry(), () -> ThreadLocalRandom.current()
                .nextDouble());
        free = new Semaphore(config.workers());
        workers = Executors.newFixedThreadPool(config.workers());
        acknowledged = metrics.counter("commitcast.feed.hub.pings", "outcome", "acknowledged");
        failed = metrics.counter("commitcast.feed.hub.pings", "outcome", "failed");
        metrics.gauge("commitcast.feed.hub.failing", this, pinging -> pinging.failing.size());
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdownNow();
    }

    /** Hubs that could not be told, for people; {@code none} where all is well. */
    public String summary() {
        List<String> named = failing;
        return named.isEmpty() ? "none" : String.join("; ", named);
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void tellDue() {
        if (!schema.isCurrent()) {
            return;
        }
        try {
            takeUpDue();
            failing = pings.failing(MOST_NAMED);
        } catch (RuntimeException e) {
            if (!Outage.isBehind(e)) {
                throw e;
            }
            LOG.debugf("hubs wait for the database: %s", e.getMessage());
        }
    }

    /** One at a time looks for some: otherwise two could find the same hub to have room. */
    private synchronized void takeUpDue() {
        while (takeUpOne()) {
            // Until nothing is due, or all workers are at it.
        }
    }

    private boolean takeUpOne() {
        if (workers.isShutdown() || !free.tryAcquire()) {
            return false;
        }
        boolean given = false;
        try {
            Optional<HubPing> due = pings.claim(LEASE, busyHubs());
            due.ifPresent(ping -> {
                busy.merge(ping.hub().toString(), 1, Integer::sum);
                workers.execute(() -> work(ping));
            });
            given = due.isPresent();
            return given;
        } finally {
            if (!given) {
                free.release();
            }
        }
    }

    private List<String> busyHubs() {
        return busy.entrySet().stream()
                .filter(hub -> hub.getValue() >= MOST_FOR_ONE_HUB)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void work(HubPing ping) {
        try {
            Optional<String> hindrance = topics.hindrance(ping);
            if (hindrance.isPresent()) {
                pings.waits(ping, hindrance.get(), until(ping.age()));
            } else {
                settle(ping, hubs.tell(ping));
            }
        } catch (RuntimeException e) {
            // Its lease ends, and then it is taken up again.
            LOG.warnf(e, "hub was told, but not what came of it (site %s, file %s)", ping.site(), ping.file());
        } finally {
            busy.computeIfPresent(ping.hub().toString(), (hub, count) -> count == 1 ? null : count - 1);
            free.release();
        }
        takeUpNext();
    }

    /** A hub that answers at once need not wait for the next look. */
    private void takeUpNext() {
        try {
            takeUpDue();
        } catch (RuntimeException e) {
            // The next look finds them.
            LOG.debugf("hubs wait for the next look: %s", e.getMessage());
        }
    }

    /** A quarter of the time that has gone by: what takes long is looked at less often. */
    private static Duration until(Duration age) {
        Duration quarter = age.dividedBy(4);
        return quarter.compareTo(OFTEN) < 0 ? OFTEN : quarter.compareTo(SELDOM) > 0 ? SELDOM : quarter;
    }

    private void settle(HubPing ping, PingOutcome outcome) {
        String failure = outcome.failure();
        if (failure == null) {
            pings.acknowledged(ping);
            acknowledged.increment();
        } else {
            Duration wait = patience.after(ping.tries(), outcome.notBefore());
            pings.failed(ping, failure, wait);
            failed.increment();
            LOG.warnf(
                    "hub was not told and will be in %s (site %s, file %s): %s",
                    wait, ping.site(), ping.file(), failure);
        }
    }
}
