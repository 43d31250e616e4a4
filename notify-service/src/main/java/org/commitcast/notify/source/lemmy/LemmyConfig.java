package org.commitcast.notify.source.lemmy;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Which instance of Lemmy is searched. */
@ConfigMapping(prefix = "commitcast.sources.lemmy")
interface LemmyConfig {
    Optional<String> url();
}
