package org.commitcast.notify.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * What the rules need to know of an attempt.
 *
 * @param number counts from 1
 * @param doubtful whether an earlier one may have arrived
 * @param firstSendingAt when the first one began
 * @param keyLifetime how long the platform recognises a repetition
 * @param searchable whether the channel can be searched for what may have arrived
 */
record Attempt(int number, boolean doubtful, Instant firstSendingAt, Duration keyLifetime, boolean searchable) {
    /** From when an attempt is due until the channel is called. */
    private static final Duration PREPARATION = Duration.ofMinutes(1);

    /** The same, now that it is known that nothing has arrived yet. */
    Attempt afresh(Instant now) {
        return new Attempt(number, false, now, keyLifetime, searchable);
    }

    /**
     * Whether sending again cannot be seen twice. Half the lifetime, because nobody knows when exactly it began and
     * platforms are not exact either.
     */
    boolean repeatable(Instant at) {
        return at.isBefore(repeatableUntil());
    }

    /** The latest time for which a repetition can be planned. */
    Instant lastRepeatable() {
        return repeatableUntil().minus(PREPARATION);
    }

    private Instant repeatableUntil() {
        return firstSendingAt.plus(keyLifetime.dividedBy(2));
    }
}
