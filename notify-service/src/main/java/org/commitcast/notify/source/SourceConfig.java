package org.commitcast.notify.source;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Which sources are asked. */
@ConfigMapping(prefix = "commitcast.sources")
interface SourceConfig {

    /** Their names; {@code none} for none; absent for all that have what they need. */
    Optional<List<String>> searched();
}
