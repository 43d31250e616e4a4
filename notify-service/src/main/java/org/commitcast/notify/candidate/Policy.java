package org.commitcast.notify.candidate;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What becomes of threads that are found at a source. */
enum Policy {
    /** Taken by themselves where enough speaks for them; the others are proposed. */
    ACCEPT,
    /** A person decides. */
    PROPOSE,
    /** Not even looked for. */
    NEVER;

    /** The name of what stands for all sources that are not named. */
    static final String ALL = "all";

    /** What is said of a source, or else of all, or else what is usual. */
    static Policy of(Map<String, Policy> said, String source) {
        Policy own = said.get(source);
        return own == null ? said.getOrDefault(ALL, ACCEPT) : own;
    }

    /** As a site names it; empty where this version knows no such policy. */
    static Optional<Policy> named(String name) {
        return Arrays.stream(values())
                .filter(policy -> policy.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
