package org.commitcast.notify.source;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.notify.outgoing.LoopbackHttp;

/** Budgets without an end, which keep what they are told. */
public final class LooseBudgets implements Budgets {
    public static final Instant NOW = Instant.parse("2026-03-02T06:30:00Z");

    public final List<String> taken = new ArrayList<>();
    public final List<Duration> pauses = new ArrayList<>();
    public final List<Duration> rests = new ArrayList<>();
    public int failures;

    /** What a source calls by, to servers on this machine. */
    public SourceHttp http() {
        return new SourceHttp(LoopbackHttp.create(), this, new CallCounts(new SimpleMeterRegistry()));
    }

    @Override
    public Admission take(Budget budget) {
        taken.add(budget.name());
        return new Admission.Granted(NOW, failures);
    }

    @Override
    public void answered(Budget budget, Admission.Granted admission) {
        failures = 0;
    }

    @Override
    public void failed(Budget budget, Admission.Granted admission, Duration pause, String reason) {
        failures++;
        pauses.add(pause);
    }

    @Override
    public void rest(Budget budget, Duration pause) {
        rests.add(pause);
    }
}
