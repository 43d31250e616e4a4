package org.commitcast.ingest.probe;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.commitcast.contentreading.episode.HostedAudio;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.HostedFile;
import org.commitcast.guardedhttp.Limits;
import org.commitcast.ingest.wiring.OpenWeb;
import org.jboss.logging.Logger;

/** Looks at audio on threads of its own, so that no site waits for a host. */
@ApplicationScoped
class Prober {
    private static final Logger LOG = Logger.getLogger(Prober.class);

    private final Looks looks;
    private final GuardedHttp http;
    private final ProbeConfig config;
    private final ExecutorService threads;
    private final Semaphore idle;

    Prober(Looks looks, @OpenWeb GuardedHttp http, ProbeConfig config) {
        this.looks = looks;
        this.http = http;
        this.config = config;
        this.threads = Executors.newFixedThreadPool(config.workers() + 1);
        this.idle = new Semaphore(config.workers());
    }

    void wanted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProbesWanted event) {
        try {
            threads.execute(this::begin);
        } catch (RejectedExecutionException e) {
            LOG.debug("the service is stopping; audio is looked at after its next start");
        }
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, identity = "probes-due")
    void due() {
        begin();
    }

    private void begin() {
        int most = idle.drainPermits();
        int taken = 0;
        try {
            if (most > 0) {
                List<Look> due = looks.take(most, config.timeout().plusSeconds(20));
                for (Look look : due) {
                    threads.execute(() -> lookAndGoOn(look));
                    taken++;
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("audio is looked at another time: %s", e.getMessage());
        } finally {
            idle.release(most - taken);
        }
    }

    private void lookAndGoOn(Look look) {
        try {
            HostedAudio there = ask(look);
            looks.settle(look, there, pause(look.attempts()));
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("audio is looked at another time (site=%s): %s", look.site(), e.getMessage());
        } finally {
            idle.release();
        }
        begin();
    }

    private HostedAudio ask(Look look) {
        try {
            HostedFile file = HostedFile.ask(http, look.url(), Limits.USUAL.withTotal(config.timeout()));
            return new HostedAudio(file.problem(), file.length(), file.type(), file.ranges());
        } catch (IllegalArgumentException e) {
            return HostedAudio.missing("its address is not a URL");
        }
    }

    private Duration pause(int attempts) {
        double millis = (double) config.firstRetry().toMillis() * Math.pow(2, Math.min(attempts, 20));
        double bounded = Math.min(millis, (double) config.longestRetry().toMillis());
        return Duration.ofMillis((long) (bounded * ThreadLocalRandom.current().nextDouble(0.9, 1.1)));
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
