package org.commitcast.notify.source;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Whether a call may be made now. */
sealed interface Admission {

    /**
     * It may, and counts as made.
     *
     * @param at when
     * @param failures how many calls in a row have failed before
     */
    record Granted(Instant at, int failures) implements Admission {
        @Override
        public <T> T handle(Function<Granted, T> granted, Function<Wait, T> wait) {
            return granted.apply(this);
        }
    }

    /** It may not, for so long at least. */
    record Wait(String reason, Duration time) implements Admission {
        @Override
        public <T> T handle(Function<Granted, T> granted, Function<Wait, T> wait) {
            return wait.apply(this);
        }
    }

    <T> T handle(Function<Granted, T> granted, Function<Wait, T> wait);
}
