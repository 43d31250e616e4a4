package org.commitcast.ingest.publishing;

/** What was worked out does not fit any more; it is to be worked out anew. */
public final class StaleWorkException extends Exception {
    private static final long serialVersionUID = 1L;

    StaleWorkException(String message) {
        super(message);
    }
}
