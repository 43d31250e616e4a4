package org.commitcast.notify.outgoing;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the service may connect to. */
@ConfigMapping(prefix = "commitcast.outgoing")
interface OutgoingConfig {

    /** {@code loopback}, address blocks and host names that may be reached although they are not public. */
    Optional<String> allowAddresses();
}
