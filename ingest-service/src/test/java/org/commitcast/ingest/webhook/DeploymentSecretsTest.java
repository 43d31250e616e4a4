package org.commitcast.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeploymentSecretsTest {
    private static final Instant UNTIL = Instant.parse("2025-07-01T00:00:00Z");

    private static DeploymentWebhooks secrets(Optional<Instant> until) {
        return new DeploymentWebhooks() {
            @Override
            public Optional<String> secret() {
                return Optional.of("new");
            }

            @Override
            public Optional<String> previousSecret() {
                return Optional.of("old");
            }

            @Override
            public Optional<Instant> previousSecretUntil() {
                return until;
            }
        };
    }

    @Test
    void thePreviousOneIsTakenUntilItsTimeIsOver() {
        assertThat(DeploymentWebhooks.active(secrets(Optional.of(UNTIL)), UNTIL.minusMillis(1)))
                .extracting("value")
                .containsExactly("new", "old");
        assertThat(DeploymentWebhooks.active(secrets(Optional.of(UNTIL)), UNTIL))
                .extracting("value")
                .containsExactly("new");
    }

    @Test
    void thePreviousOneIsTakenForAsLongAsItIsThereWhereNoTimeIsSaid() {
        assertThat(DeploymentWebhooks.active(secrets(Optional.empty()), Instant.MAX))
                .hasSize(2);
    }
}
