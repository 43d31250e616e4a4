package org.commitcast.ingest.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that wakes a site.
 *
 * @param source the forge, or the label of an {@link OwnSource}
 * @param delivery unique within site and source
 * @param event as the forge calls it
 * @param ref the reference that was pushed
 * @param after what it was pushed to
 */
public record Arrival(
        String site, String source, String delivery, String event, @Nullable String ref, @Nullable String after) {

    /** A wake-up of our own. */
    public static Arrival own(String site, OwnSource source) {
        return new Arrival(site, source.label(), UUID.randomUUID().toString(), source.label(), null, null);
    }

    /** A wake-up of our own because of a commit. */
    public static Arrival found(String site, String ref, String commit) {
        return new Arrival(site, OwnSource.SWEEP.label(), UUID.randomUUID().toString(), "push", ref, commit);
    }
}
