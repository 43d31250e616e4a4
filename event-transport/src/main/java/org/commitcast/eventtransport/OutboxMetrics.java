package org.commitcast.eventtransport;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;

/** Shows what waits for Kafka; NaN while the database is away. */
@ApplicationScoped
class OutboxMetrics {
    static final String BLOCKED = "commitcast.outbox.blocked";

    private final OutboxRows rows;

    OutboxMetrics(OutboxRows rows) {
        this.rows = rows;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder(BLOCKED, this, OutboxMetrics::blocked)
                .description("Outgoing events that Kafka refused; each holds back its key")
                .register(metrics);
    }

    private double blocked() {
        try {
            return rows.blocked();
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
