package org.commitcast.ingest.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How work on a site goes.
 *
 * @param reason why it does not go on, for people; absent where it does
 */
public record WorkState(@Nullable String reason, @Nullable Instant nextAttemptAt, @Nullable Instant lastFetchedAt) {

    /** Of a site that was never worked on. */
    public static final WorkState NONE = new WorkState(null, null, null);
}
