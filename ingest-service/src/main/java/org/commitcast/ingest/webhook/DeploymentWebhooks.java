package org.commitcast.ingest.webhook;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Hooks of organisations and Apps, which tell of many repositories with one secret. */
@ConfigMapping(prefix = "commitcast.webhooks")
interface DeploymentWebhooks {

    /** What they are signed with; without it none are taken. */
    Optional<String> secret();

    /** What they were signed with before, while the forges learn the new one. */
    Optional<String> previousSecret();
}
