package org.commitcast.ingest.adoption;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the feed may take that a site adopts. */
@ConfigMapping(prefix = "commitcast.adoption")
interface AdoptionConfig {

    /** A larger feed is not read. */
    @WithDefault("32m")
    MemorySize maxBytes();

    /** From the first connection to the last byte, redirects included. */
    @WithDefault("30s")
    Duration timeout();
}
