package org.commitcast.eventtransport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready with topics that break a promise. A broker that is away is no reason: the service works without it. */
@Readiness
@ApplicationScoped
class TopicsReadiness implements HealthCheck {
    private final TopicCheck topics;
    private final CaughtUp caughtUp;

    TopicsReadiness(TopicCheck topics, CaughtUp caughtUp) {
        this.topics = topics;
        this.caughtUp = caughtUp;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> differences = topics.differences();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("topics")
                .status(differences.isEmpty())
                .withData("caught-up", caughtUp.isCaughtUp());
        for (int i = 0; i < differences.size(); i++) {
            response.withData("difference-" + (i + 1), differences.get(i));
        }
        return response.build();
    }
}
