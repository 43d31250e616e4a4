package org.commitcast.feed.live;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How feeds are read that others serve. */
@ConfigMapping(prefix = "commitcast.live")
interface LiveConfig {

    /** How often a feed is read that somebody else makes, while nothing of ours is awaited in it. */
    @WithDefault("5m")
    Duration every();

    /** A larger feed is not read. */
    @WithDefault("32m")
    MemorySize maxBytes();

    /** From the first connection to the last byte, redirects included. */
    @WithDefault("30s")
    Duration timeout();

    /** {@code loopback}, address blocks and host names that may be reached although they are not public. */
    Optional<String> allowAddresses();
}
