package org.commitcast.ingest.hosting;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How feeds are committed where a site does not say it. */
@ConfigMapping(prefix = "commitcast.hosting")
interface HostingConfig {

    /** How many sites at a time. */
    @WithDefault("6")
    int workers();

    /** How many of these may be busy with sites whose last try failed; the others are kept for those that answer. */
    @WithDefault("2")
    int workersForFailing();

    /** How often a branch that keeps moving is tried in one round. */
    @WithDefault("5")
    int tries();

    /** After the first try that failed; doubled after each further one. */
    @WithDefault("5s")
    Duration firstRetry();

    @WithDefault("30m")
    Duration longestRetry();

    /** How often documents are compared of which nobody told that they changed. */
    @WithDefault("5m")
    Duration look();

    /** Of one document. */
    @WithDefault("32m")
    MemorySize maxBytes();

    @WithDefault("Commitcast")
    String name();

    @WithDefault("commitcast@localhost")
    String email();

    @WithDefault("Publish the feeds")
    String message();
}
