package org.commitcast.feed.websub;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before a hub is told again: twice as long each time, half of it left to chance. */
record Patience(Duration first, Duration longest, DoubleSupplier chance) {
    private static final int MOST_DOUBLINGS = 30;

    /**
     * The wait after so many tries.
     *
     * @param atLeast what the hub asked for
     */
    Duration after(int tries, Duration atLeast) {
        long doubled = Math.multiplyExact(
                Math.min(first.toMillis(), longest.toMillis()), 1L << Math.min(tries - 1, MOST_DOUBLINGS));
        double wait = Math.min(doubled, longest.toMillis()) * (0.5 + chance.getAsDouble() / 2);
        // Not all at once when the hub is back.
        double asked = atLeast.toMillis() + first.toMillis() * chance.getAsDouble() * (atLeast.isZero() ? 0 : 1);
        return Duration.ofMillis((long) Math.max(wait, asked));
    }
}
