package org.commitcast.ingest.checkout;

import org.jspecify.annotations.Nullable;

/**
 * A repository and how to reach it.
 *
 * @param branch absent means the repository's default branch
 */
public record GitAccess(RepositoryAddress address, @Nullable String branch, RepositoryCredentials credentials) {

    /** The same repository's other branch. */
    public GitAccess onBranch(@Nullable String other) {
        return new GitAccess(address, other, credentials);
    }

    /** Never with credentials. */
    @Override
    public String toString() {
        return address.toString();
    }
}
