package org.commitcast.ingest.checkout;

/** A repository could not be reached, or not within the limits. The message is for people and holds no secret. */
public final class RepositoryUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    RepositoryUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }

    RepositoryUnavailableException(String reason) {
        super(reason);
    }

    /** What to tell the owner. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
