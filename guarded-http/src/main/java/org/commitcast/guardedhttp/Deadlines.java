package org.commitcast.guardedhttp;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.concurrent.Cancellable;

/** Ends exchanges that take too long in all: a peer that sends a byte now and then passes every other limit. */
final class Deadlines {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "guarded-http-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    private Deadlines() {}

    /** Cancels the exchange after a while, unless the returned deadline is closed before. */
    static Deadline cancel(Cancellable exchange, Duration after) {
        AtomicBoolean missed = new AtomicBoolean();
        var pending = CLOCK.schedule(
                () -> {
                    missed.set(true);
                    exchange.cancel();
                },
                after.toMillis(),
                TimeUnit.MILLISECONDS);
        return new Deadline() {
            @Override
            public boolean missed() {
                return missed.get();
            }

            @Override
            public void close() {
                pending.cancel(false);
            }
        };
    }

    interface Deadline extends AutoCloseable {
        boolean missed();

        @Override
        void close();
    }
}
