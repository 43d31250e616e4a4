package org.commitcast.ingest.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.commitcast.ingest.site.WebhookSecret;
import org.jspecify.annotations.Nullable;

/** Counts deliveries: which secrets are still in use, and how much is refused. */
@ApplicationScoped
class WebhookCounts {
    private final MeterRegistry metrics;

    WebhookCounts(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Verified with a secret; null where it came without a signature and was allowed to. */
    void accepted(String forge, Hook hook, @Nullable WebhookSecret secret) {
        Counter.builder("commitcast.webhooks.accepted")
                .description("Verified deliveries, by the number of the secret that they were signed with")
                .tag("forge", forge)
                .tag("hook", hook.name())
                .tag("secret", secret == null ? "none" : String.valueOf(secret.number()))
                .register(metrics)
                .increment();
    }

    /** Not by address, which anybody may make up. */
    void refused(String forge) {
        Counter.builder("commitcast.webhooks.refused")
                .description("Deliveries that no secret fits")
                .tag("forge", forge)
                .register(metrics)
                .increment();
    }
}
