package org.commitcast.ingest.githubapp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** GitHub gave no token. The message is for people and holds no secret. */
public final class TokenRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    TokenRefusedException(String reason, @Nullable Duration retryAfter) {
        super(reason);
        this.retryAfter = retryAfter;
    }

    /** When to ask again, where GitHub said so. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
