package org.commitcast.notify.outgoing;

import java.util.Optional;

/** HTTP that reaches servers on this machine. */
public final class LoopbackHttp {
    private LoopbackHttp() {}

    public static OutgoingHttp create() {
        return new OutgoingHttp(() -> Optional.of("loopback"));
    }
}
