package org.commitcast.ingest.checkout;

import org.jspecify.annotations.Nullable;

/**
 * A repository and how to reach it.
 *
 * @param branch absent means the repository's default branch
 * @param username absent with a password means a token
 */
public record GitAccess(
        RepositoryAddress address, @Nullable String branch, @Nullable String username, @Nullable String password) {

    /** The same repository's other branch. */
    public GitAccess onBranch(@Nullable String other) {
        return new GitAccess(address, other, username, password);
    }

    boolean hasCredentials() {
        return password != null;
    }

    /** Never with credentials. */
    @Override
    public String toString() {
        return address.toString();
    }
}
