package org.commitcast.ingest.writeback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How links are written back where a site does not say it. */
@ConfigMapping(prefix = "commitcast.write-back")
interface WriteBackConfig {

    /** Links that come within this time go into one commit. */
    @WithDefault("3s")
    Duration window();

    /** Links that are proposed under a name go into one commit where each comes within this time of the one before. */
    @WithDefault("10s")
    Duration proposalWindow();

    /** Where they keep coming, how long the first of them waits. */
    @WithDefault("2m")
    Duration longestProposalWindow();

    /** How often a branch that keeps moving is tried in one round. */
    @WithDefault("5")
    int tries();

    /** After how many such rounds in a row it is given up until something else changes, or it is tried again anyway. */
    @WithDefault("5")
    int rounds();

    /** How long to wait after each. */
    @WithDefault("30s")
    Duration pause();

    /** After what time links are tried again that the repository did not take. */
    @WithDefault("24h")
    Duration retry();

    @WithDefault("Commitcast")
    String name();

    @WithDefault("commitcast@localhost")
    String email();

    @WithDefault("Record where it is discussed")
    String message();
}
