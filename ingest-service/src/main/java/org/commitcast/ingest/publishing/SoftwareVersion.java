package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which software reads documents: another version may read the same bytes differently. */
@ApplicationScoped
class SoftwareVersion {
    private final String version;

    SoftwareVersion(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    String version() {
        return version;
    }
}
