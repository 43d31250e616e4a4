package org.commitcast.ingest.checkout;

import org.jspecify.annotations.Nullable;

/**
 * A branch as it was found.
 *
 * @param branch its name without {@code refs/heads/}
 * @param head its newest commit; absent where the repository is empty
 */
public record Fetched(String branch, @Nullable String head) {}
