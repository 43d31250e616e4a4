package org.commitcast.ingest.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How work on a site goes.
 *
 * @param reason why it does not go on, for people; absent where it does
 * @param statusProblem why the forge takes no statuses of commits; absent where it does, or is not asked to
 */
public record WorkState(
        @Nullable String reason,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant lastFetchedAt,
        @Nullable String statusProblem) {

    /** Of a site that was never worked on. */
    public static final WorkState NONE = new WorkState(null, null, null, null);
}
