package org.commitcast.notify.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a source fares, for people who look after the deployment.
 *
 * @param quiet how long nobody asks it, or that part of it which is left alone the longest
 * @param summary how many calls were made ever, and what is left alone why
 */
record SourceState(Duration quiet, String summary) {
    /** Servers of one source that are told of. */
    private static final int NAMED = 5;

    static final SourceState NEW = new SourceState(Duration.ZERO, "0 calls");

    static SourceState of(List<BudgetRow> budgets, Instant now) {
        long calls = 0;
        Duration quiet = Duration.ZERO;
        int named = 0;
        StringBuilder summary = new StringBuilder();
        for (BudgetRow budget : budgets) {
            calls += budget.calls();
            Duration left = budget.quiet(now);
            quiet = left.compareTo(quiet) > 0 ? left : quiet;
            if (left.compareTo(Duration.ZERO) > 0 && named < NAMED) {
                named++;
                summary.append("; %s is left alone until %s: %s"
                        .formatted(budget.name(), budget.quietUntil(), budget.reason()));
            }
        }
        return new SourceState(quiet, calls + " calls" + summary);
    }
}
