package org.commitcast.notify.outgoing;

import java.util.Optional;

/** HTTP that reaches servers on this machine. */
public final class LoopbackHttp {
    private LoopbackHttp() {}

    public static OutgoingHttp create() {
        return allowing("loopback");
    }

    public static OutgoingHttp allowing(String addresses) {
        return new OutgoingHttp(() -> Optional.of(addresses));
    }
}
