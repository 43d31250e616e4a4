package org.commitcast.ingest.webhook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The few things of a push that we look at, all of them only a hint.
 *
 * @param ref what was pushed
 * @param after to which commit
 * @param type what Standard Webhooks call the event
 * @param repositories as which the repository is known, by {@link org.commitcast.ingest.checkout.RepositoryKey}
 */
record PushPayload(@Nullable String ref, @Nullable String after, @Nullable String type, Set<String> repositories) {
    /** Of a delivery that tells nothing. */
    static final PushPayload NOTHING = new PushPayload(null, null, null, Set.of());

    PushPayload {
        repositories = Set.copyOf(repositories);
    }
}
