package org.commitcast.ingest.probe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How audio is looked at. */
@ConfigMapping(prefix = "commitcast.probe")
interface ProbeConfig {

    /** How many hosts at a time. */
    @WithDefault("4")
    int workers();

    /** For one look, redirects included. */
    @WithDefault("20s")
    Duration timeout();

    /** After the first look that failed; doubled after each further one. */
    @WithDefault("30s")
    Duration firstRetry();

    @WithDefault("6h")
    Duration longestRetry();
}
