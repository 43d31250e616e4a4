package org.commitcast.ingest.commitstatus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How statuses are sent. */
@ConfigMapping(prefix = "commitcast.commit-status")
interface StatusConfig {

    /** How many at a time. */
    @WithDefault("2")
    int workers();

    /** So long a commit that is on its way is left without a status: most arrive sooner. */
    @WithDefault("3s")
    Duration patience();

    /** After the first try that failed; doubled after each further one. */
    @WithDefault("5s")
    Duration firstRetry();

    @WithDefault("1h")
    Duration longestRetry();

    /** How often a commit that the forge does not know is tried. */
    @WithDefault("5")
    int triesForUnknown();

    /** How long a forge that refuses our credentials is left alone. */
    @WithDefault("6h")
    Duration pauseAfterRefusal();
}
