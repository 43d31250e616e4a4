package org.commitcast.notify.lane;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Runs work for keys, one run at a time for each key and every key on a thread of its own, so that a slow one delays no
 * other.
 */
public final class Lanes implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lanes.class);
    private static final int MOST_AT_ONCE = 64;

    /** The running keys; true where another run is wanted after the present one. */
    private final Map<String, Boolean> running = new HashMap<>();

    private final ThreadPoolExecutor threads;
    private final Consumer<String> work;

    /** @param work does all that there is to do for a key, and returns */
    public Lanes(String name, Consumer<String> work) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        this.work = work;
        this.threads =
                new ThreadPoolExecutor(0, MOST_AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), runnable -> {
                    Thread thread = new Thread(runnable, name);
                    thread.setDaemon(true);
                    thread.setContextClassLoader(loader);
                    return thread;
                });
    }

    /** Runs the key's work now, or once more after its present run. */
    public void wake(String key) {
        synchronized (running) {
            if (running.computeIfPresent(key, (same, again) -> true) != null) {
                return;
            }
            try {
                threads.execute(() -> run(key));
                running.put(key, false);
            } catch (RejectedExecutionException e) {
                // All threads are taken, or we are stopping: what is due stays so in the database.
                LOG.debugf("no thread for %s", key);
            }
        }
    }

    private void run(String key) {
        do {
            try {
                work.accept(key);
            } catch (RuntimeException | Error e) {
                // Also errors: a key that is left behind as running would never run again.
                LOG.warnf(e, "work was interrupted and will be tried again (%s)", key);
            }
        } while (wantedAgain(key));
    }

    private boolean wantedAgain(String key) {
        synchronized (running) {
            if (Boolean.TRUE.equals(running.get(key)) && !threads.isShutdown()) {
                running.put(key, false);
                return true;
            }
            running.remove(key);
            return false;
        }
    }

    /** Takes no more work and waits a while for what is under way. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(8, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
