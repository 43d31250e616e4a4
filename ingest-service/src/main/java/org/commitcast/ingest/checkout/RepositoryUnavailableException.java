package org.commitcast.ingest.checkout;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A repository could not be reached, or not within the limits. The message is for people and holds no secret. */
public final class RepositoryUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    RepositoryUnavailableException(String reason, Throwable cause) {
        this(reason, cause, null);
    }

    RepositoryUnavailableException(String reason, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(reason, cause);
        this.retryAfter = retryAfter;
    }

    RepositoryUnavailableException(String reason) {
        this(reason, null, null);
    }

    /** What to tell the owner. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** How long the other side wants to be left alone; absent where it did not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
