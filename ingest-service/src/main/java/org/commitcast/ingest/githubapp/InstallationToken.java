package org.commitcast.ingest.githubapp;

import java.time.Duration;
import java.time.Instant;

/** A token with its end. */
record InstallationToken(String value, Instant expiresAt) {
    /** A fetch that has begun is to end with the token that it began with. */
    private static final Duration RESERVE = Duration.ofMinutes(10);

    boolean servesAt(Instant now) {
        return now.plus(RESERVE).isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "a token until " + expiresAt;
    }
}
