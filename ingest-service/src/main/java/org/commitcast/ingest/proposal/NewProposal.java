package org.commitcast.ingest.proposal;

import org.jspecify.annotations.Nullable;

/**
 * A proposal that is to be made.
 *
 * @param name what its links have in common; empty where that is the site alone
 * @param repository its address
 * @param base into which it is to be merged
 * @param because why the base did not take the links; absent where they were to be proposed anyway
 */
public record NewProposal(
        String site,
        String incarnation,
        String name,
        String repository,
        String branch,
        String base,
        @Nullable String because) {

    /** The same for a reason. */
    public NewProposal because(@Nullable String why) {
        return new NewProposal(site, incarnation, name, repository, branch, base, why);
    }
}
