package org.commitcast.ingest.site;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** How sites are shown to people. */
@ConfigMapping(prefix = "commitcast.site")
public interface SiteConfig {

    /** Where this service is reached from outside. */
    URI publicUrl();
}
