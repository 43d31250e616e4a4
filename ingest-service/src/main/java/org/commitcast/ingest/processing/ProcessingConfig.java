package org.commitcast.ingest.processing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sites are worked on. */
@ConfigMapping(prefix = "commitcast.processing")
interface ProcessingConfig {

    /** How many sites at a time; one slow repository then keeps only its own place. */
    @WithDefault("32")
    int workers();

    /** How many of these may read documents at a time, which takes memory; the others wait for repositories. */
    @WithDefault("3")
    int readers();

    /** How many sites may be imported at a time: an import keeps something of each document until its end. */
    @WithDefault("2")
    int imports();

    /** How many of these may be busy with sites whose last try failed; the others are kept for those that answer. */
    @WithDefault("4")
    int workersForFailing();

    /** How many of these may be busy with sites that were never read; the others are kept for those that were. */
    @WithDefault("16")
    int workersForNew();

    /** How long an instance that has gone silent keeps a site. */
    @WithDefault("15s")
    Duration lease();

    /** How often the repository of a site with webhooks is looked at nevertheless. */
    @WithDefault("15m")
    Duration sweep();

    /** How often that of a site without webhooks is. */
    @WithDefault("1m")
    Duration sweepWithoutWebhook();

    /** What part of that time is left to chance, 0 to 1. */
    @WithDefault("0.15")
    double sweepJitter();
}
