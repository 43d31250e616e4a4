package org.commitcast.feeddifference;

/** What was given is no feed. The message is for people and follows the feed's address. */
public final class UnreadableFeedException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableFeedException(String message) {
        super(message);
    }

    UnreadableFeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
