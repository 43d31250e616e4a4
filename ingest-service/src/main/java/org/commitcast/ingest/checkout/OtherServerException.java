package org.commitcast.ingest.checkout;

import java.io.IOException;

/** A repository leads on to another server while credentials are in use. The message is for people. */
final class OtherServerException extends IOException {
    private static final long serialVersionUID = 1L;

    OtherServerException(String host) {
        super("The repository redirects to " + host + ", and credentials do not go there.");
    }
}
