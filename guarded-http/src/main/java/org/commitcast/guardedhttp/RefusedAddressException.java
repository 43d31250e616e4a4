package org.commitcast.guardedhttp;

import java.net.UnknownHostException;

/** The policy does not allow this address. The message names the host and why, never a path or query. */
public final class RefusedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    public RefusedAddressException(String reason) {
        super(reason);
    }
}
