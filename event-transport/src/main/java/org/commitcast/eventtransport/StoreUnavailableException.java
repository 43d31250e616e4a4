package org.commitcast.eventtransport;

/** The service's database did not take or give what it should; the caller's transaction cannot go on. */
public class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
