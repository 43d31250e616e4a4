package org.commitcast.feed.store;

import java.sql.SQLException;

/** The database did not do what it was asked; the caller's transaction cannot go on. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, SQLException cause) {
        super(message, cause);
    }
}
