package org.commitcast.ingest.wiring;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the service may connect to. */
@ConfigMapping(prefix = "commitcast.addresses")
interface AddressConfig {

    /** What is allowed beyond public addresses: {@code loopback}, address blocks, host names. */
    Optional<String> allow();
}
