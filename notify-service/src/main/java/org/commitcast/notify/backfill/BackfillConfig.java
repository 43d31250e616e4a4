package org.commitcast.notify.backfill;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is kept of searches through archives. */
@ConfigMapping(prefix = "commitcast.discussions")
interface BackfillConfig {

    /** How long after its end it can be read what one found. */
    @WithDefault("90d")
    Duration keepBackfills();
}
