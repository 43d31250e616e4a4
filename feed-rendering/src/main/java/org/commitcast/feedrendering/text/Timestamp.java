package org.commitcast.feedrendering.text;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Dates as Atom and JSON Feed want them: RFC 3339. */
public final class Timestamp {
    private Timestamp() {}

    /** In UTC, to the second. */
    public static String of(Instant date) {
        return date.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
