package org.commitcast.ingest.adoption;

/** The feed that is to be adopted cannot be had; importing without it would change every guid. For people. */
public final class AdoptionFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    AdoptionFailedException(String message) {
        super(message);
    }

    AdoptionFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
