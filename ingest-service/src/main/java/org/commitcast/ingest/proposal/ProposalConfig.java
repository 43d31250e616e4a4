package org.commitcast.ingest.proposal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How links are proposed where a site does not say it. */
@ConfigMapping(prefix = "commitcast.proposal")
interface ProposalConfig {

    /** With which the names of our branches begin. */
    @WithDefault("commitcast/discussions")
    String branch();

    @WithDefault("Record where it is discussed")
    String title();

    @WithDefault("Commitcast found discussions of these documents. Merge this to have their links in the documents;"
            + " close it if they do not belong there: it is not proposed again.")
    String body();

    /** How many forges are spoken to at a time. */
    @WithDefault("2")
    int workers();

    /** How soon an open proposal is looked at again; those that are open for long are looked at less often. */
    @WithDefault("15m")
    Duration look();

    @WithDefault("1d")
    Duration longestLook();

    /** After the first call that failed; doubled after each further one. */
    @WithDefault("5s")
    Duration firstRetry();

    @WithDefault("1h")
    Duration longestRetry();

    /** How long a forge that refuses our credentials is left alone. */
    @WithDefault("6h")
    Duration pauseAfterRefusal();
}
