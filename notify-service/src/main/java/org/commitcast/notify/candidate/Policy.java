package org.commitcast.notify.candidate;

import java.util.Arrays;
import java.util.Optional;

/** What becomes of threads that are found at a source. */
enum Policy {
    /** Taken by themselves where enough speaks for them; the others are proposed. */
    ACCEPT,
    /** A person decides. */
    PROPOSE,
    /** Not even looked for. */
    NEVER;

    /** As a site names it; empty where this version knows no such policy. */
    static Optional<Policy> named(String name) {
        return Arrays.stream(values())
                .filter(policy -> policy.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
