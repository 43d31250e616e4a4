package org.commitcast.ingest.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal of which its forge is to be spoken to now.
 *
 * @param number of the pull request; absent where there is none yet
 * @param attempts that failed, in a row
 */
record ProposalTask(
        long id,
        String site,
        String incarnation,
        String branch,
        String base,
        @Nullable String baseCommit,
        @Nullable String number,
        int attempts,
        Instant openedAt) {}
