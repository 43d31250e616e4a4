package org.commitcast.ingest.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long deliveries are remembered. */
@ConfigMapping(prefix = "commitcast.inbox")
interface InboxConfig {

    /** How long after a delivery is worked on to its end; one that comes again later is a new one. */
    @WithDefault("90d")
    Duration keep();

    /** How often older ones are looked for. */
    @WithDefault("1h")
    Duration forgetEvery();
}
