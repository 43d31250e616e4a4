package org.commitcast.ingest.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal of which its forge is to be spoken to now.
 *
 * @param number of the pull request; absent where there is none yet
 * @param attempts that failed, in a row
 * @param head the branch's newest commit as we know it
 * @param closing whether nothing is left of it, so that it is to be closed
 * @param taking which time it is that somebody takes it
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
        Instant openedAt,
        @Nullable String head,
        boolean closing,
        long taking) {}
