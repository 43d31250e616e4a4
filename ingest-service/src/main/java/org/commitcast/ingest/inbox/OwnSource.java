package org.commitcast.ingest.inbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why we wake a site ourselves; anything else that does is a forge that tells of pushes. */
public enum OwnSource {
    /** Somebody asked for it over REST. */
    SYNC,
    /** A look at the repository. */
    SWEEP,
    /** Its owner said something. */
    DEFINITION,
    /** Its store was taken back from the topics. */
    RESTORE,
    /** Audio that an item waits for is there. */
    AUDIO;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, as a list in SQL. */
    static String sql() {
        return Arrays.stream(values())
                .map(source -> "'" + source.label() + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
