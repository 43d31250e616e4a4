package org.commitcast.notify.source.lobsters;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where Lobsters is. */
@ConfigMapping(prefix = "commitcast.sources.lobsters")
interface LobstersConfig {
    Optional<String> url();
}
