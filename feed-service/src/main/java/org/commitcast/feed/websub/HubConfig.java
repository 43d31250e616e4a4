package org.commitcast.feed.websub;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.commitcast.guardedhttp.AddressPolicy;

/** How hubs are told of changes. */
@ConfigMapping(prefix = "commitcast.hubs")
interface HubConfig {

    /** {@code loopback}, address blocks and host names that may be reached although they are not public. */
    Optional<String> allowAddresses();

    /** How long after a change its hub is told: by then every instance must have found the new bytes. */
    @WithDefault("2s")
    Duration delay();

    /** For how long a hub is not told while readers find other bytes at the show's own host. */
    @WithDefault("1h")
    Duration waitForReaders();

    /** When a hub that did not acknowledge is told again; doubled each time, half of it left to chance. */
    @WithDefault("5s")
    Duration firstRetry();

    @WithDefault("1h")
    Duration longestRetry();

    /** How many are told at a time. */
    @WithDefault("8")
    int workers();

    /** Which hosts may be spoken to. */
    default AddressPolicy policy() {
        try {
            return AddressPolicy.allowing(allowAddresses().orElse(""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("COMMITCAST_ALLOW_ADDRESSES: " + e.getMessage(), e);
        }
    }
}
