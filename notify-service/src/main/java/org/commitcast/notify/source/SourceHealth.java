package org.commitcast.notify.source;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.TreeSet;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Says of each source that is asked how it fares. Other people's servers are no reason not to be ready. */
@Readiness
@ApplicationScoped
class SourceHealth implements HealthCheck {
    private final SourceCalls sources;
    private final SourceStates states;

    SourceHealth(SourceCalls sources, SourceStates states) {
        this.sources = sources;
        this.states = states;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        for (String source : sources.followed()) {
            Gauge.builder("commitcast.sources.quiet", states, known -> quiet(known, source))
                    .description("For how many seconds a source of discussions is left alone")
                    .baseUnit("seconds")
                    .tag("source", source)
                    .register(metrics);
        }
    }

    private static double quiet(SourceStates states, String source) {
        return states.of(source).map(state -> state.quiet().toMillis() / 1000.0).orElse(Double.NaN);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("sources").up();
        for (String source : new TreeSet<>(sources.followed())) {
            String use = sources.searched().contains(source) ? "searched and followed: " : "followed: ";
            response.withData(
                    source, use + states.of(source).map(SourceState::summary).orElse("the database is away"));
        }
        return response.build();
    }
}
