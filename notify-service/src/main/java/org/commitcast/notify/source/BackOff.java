package org.commitcast.notify.source;

import java.time.Duration;

/** How long a server is left alone that fails: so that a day without it costs some 150 calls, and its end is noticed. */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private BackOff() {}

    /** @param failures how many there have been in a row, with this one */
    static Duration after(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
