package org.commitcast.notify.source;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what came of calls. */
@ApplicationScoped
class CallCounts {
    private final MeterRegistry metrics;

    CallCounts(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(Budget budget, String result) {
        Counter.builder("commitcast.sources.calls")
                .description("Calls to sources of discussions; no-room was none")
                .tag("source", budget.source())
                .tag("result", result)
                .register(metrics)
                .increment();
    }
}
