package org.commitcast.ingest.proposal;

import org.jspecify.annotations.Nullable;

/**
 * A proposal that people have not decided about, as far as was known.
 *
 * @param repository its address
 * @param head the newest commit of the branch as we left or saw it; absent until it is pushed
 * @param told what the forge says became of it; absent where it says nothing, or that it is open
 */
public record OpenProposal(
        long id,
        String name,
        String repository,
        String branch,
        String base,
        @Nullable String head,
        @Nullable ProposalState told) {}
