package org.commitcast.localstack;

import java.util.ArrayDeque;
import java.util.Deque;
import org.commitcast.localstack.machine.StartFailure;
import org.jspecify.annotations.Nullable;

/** The parts that run, to be stopped in the opposite order. */
final class Running implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean closed;

    /** Takes charge of a part. What comes too late, because a stop was asked for meanwhile, is stopped at once. */
    <T extends AutoCloseable> T add(T part) {
        if (!keep(part)) {
            stop(part);
            throw new StartFailure("The stack was stopped while it started.");
        }
        return part;
    }

    private synchronized boolean keep(AutoCloseable part) {
        if (!closed) {
            parts.push(part);
        }
        return !closed;
    }

    @Override
    public void close() {
        while (true) {
            AutoCloseable part = next();
            if (part == null) {
                return;
            }
            stop(part);
        }
    }

    private synchronized @Nullable AutoCloseable next() {
        closed = true;
        return parts.poll();
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // The others are to be stopped all the same; their processes end with ours at the latest.
            System.getLogger(Running.class.getName()).log(System.Logger.Level.WARNING, "stop failed", e);
        }
    }
}
