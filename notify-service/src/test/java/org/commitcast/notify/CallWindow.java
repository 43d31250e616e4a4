package org.commitcast.notify;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many calls a server takes in any time of this length. */
final class CallWindow {
    private final int most;
    private final long length;
    private final Deque<Long> calls = new ArrayDeque<>();

    CallWindow(int most, Duration length) {
        this.most = most;
        this.length = length.toNanos();
    }

    /** Counts one; says whether it is one too many. */
    synchronized boolean isTooMany() {
        long now = System.nanoTime();
        while (!calls.isEmpty() && now - calls.peek() >= length) {
            calls.remove();
        }
        calls.add(now);
        return calls.size() > most;
    }
}
