package org.commitcast.notify.source;

import java.time.Duration;

/** At most so many calls in any such time. */
public record CallLimit(int calls, Duration in) {
    public static CallLimit perSecond(int calls) {
        return new CallLimit(calls, Duration.ofSeconds(1));
    }

    public static CallLimit perMinute(int calls) {
        return new CallLimit(calls, Duration.ofMinutes(1));
    }

    public static CallLimit perMinutes(int minutes, int calls) {
        return new CallLimit(calls, Duration.ofMinutes(minutes));
    }

    public static CallLimit perHour(int calls) {
        return new CallLimit(calls, Duration.ofHours(1));
    }
}
