package org.commitcast.ingest.site;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** What sites need to know of their deployment. */
@ConfigMapping(prefix = "commitcast.site")
public interface SiteConfig {

    /** Where this service is reached from outside. */
    URI publicUrl();

    /** Where feed-service is reached within the deployment; without it no feeds are committed to branches. */
    Optional<URI> feedService();
}
