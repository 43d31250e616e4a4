package org.commitcast.ingest.webhook;

import io.smallrye.config.ConfigMapping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.ingest.site.WebhookSecret;

/** Hooks of organisations and Apps, which tell of many repositories with one secret. */
@ConfigMapping(prefix = "commitcast.webhooks")
interface DeploymentWebhooks {

    /** What they are signed with; without it none are taken. */
    Optional<String> secret();

    /** What they were signed with before, while the forges learn the new one. */
    Optional<String> previousSecret();

    /** Until when that is taken; without it for as long as it is there. */
    Optional<Instant> previousSecretUntil();

    /** What may sign at a time. */
    static List<WebhookSecret> active(DeploymentWebhooks said, Instant now) {
        boolean over =
                said.previousSecretUntil().map(until -> !now.isBefore(until)).orElse(false);
        return Stream.concat(
                        said.secret().map(secret -> new WebhookSecret(1, secret)).stream(),
                        said
                                .previousSecret()
                                .filter(secret -> !over)
                                .map(secret -> new WebhookSecret(2, secret))
                                .stream())
                .toList();
    }
}
