package org.commitcast.ingest.hosting;

/** The documents cannot be had now; they can a little later. */
final class NotYetException extends Exception {
    private static final long serialVersionUID = 1L;

    NotYetException(String reason) {
        super(reason);
    }
}
