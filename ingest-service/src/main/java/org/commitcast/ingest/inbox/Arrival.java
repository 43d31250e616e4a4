package org.commitcast.ingest.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that wakes a site.
 *
 * @param source the forge, or {@code sync}, {@code sweep}, {@code definition}
 * @param delivery unique within site and source
 * @param event as the forge calls it
 * @param ref the reference that was pushed
 * @param after what it was pushed to
 */
public record Arrival(
        String site, String source, String delivery, String event, @Nullable String ref, @Nullable String after) {

    /** A wake-up of our own. */
    public static Arrival own(String site, String source) {
        return new Arrival(site, source, UUID.randomUUID().toString(), source, null, null);
    }

    /** A wake-up of our own because of a commit. */
    public static Arrival found(String site, String ref, String commit) {
        return new Arrival(site, "sweep", UUID.randomUUID().toString(), "push", ref, commit);
    }
}
