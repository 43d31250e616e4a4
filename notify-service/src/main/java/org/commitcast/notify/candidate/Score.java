package org.commitcast.notify.candidate;

import java.util.ArrayList;
import java.util.List;

/**
 * What speaks for a thread.
 *
 * @param value from 0 to 100
 * @param reasons what it is made of, for people
 * @param certain whether a thread may be taken by itself, if the value is high enough
 */
record Score(int value, List<String> reasons, boolean certain) {

    /** Adds up what is found out one by one. */
    static final class Sum {
        private final List<String> reasons = new ArrayList<>();
        private int value;
        private boolean certain = true;

        Sum add(int points, String reason) {
            value += points;
            reasons.add(reason + " (" + (points < 0 ? "" : "+") + points + ")");
            return this;
        }

        /** Whatever else speaks for it, a person has to look. */
        void doubt() {
            certain = false;
        }

        Score done() {
            return new Score(Math.max(0, Math.min(100, value)), List.copyOf(reasons), certain);
        }
    }
}
