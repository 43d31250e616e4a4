package org.commitcast.notify.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What all instances know of a budget. */
@Entity
@Table(name = "source_budget")
class BudgetRow {
    @Id
    private String name;

    @Column(nullable = false)
    private String source;

    private long calls;
    private @Nullable Instant quietUntil;
    private @Nullable String reason;
    private int failures;

    /** For Hibernate. */
    protected BudgetRow() {
        name = "";
        source = "";
    }

    String name() {
        return name;
    }

    String source() {
        return source;
    }

    /** How many were made ever, which is the last one's number. */
    long calls() {
        return calls;
    }

    int failures() {
        return failures;
    }

    @Nullable String reason() {
        return reason;
    }

    @Nullable Instant quietUntil() {
        return quietUntil;
    }

    /** How long nobody may ask because of what happened before; not positive where everybody may. */
    Duration quiet(Instant now) {
        return quietUntil == null ? Duration.ZERO : Duration.between(now, quietUntil);
    }

    /** Counts a call and gives its number. */
    long call() {
        calls++;
        return calls;
    }

    /** A call was answered that was made after so many failures: one that has failed since has the last word. */
    void answered(int before) {
        if (failures == before) {
            failures = 0;
            reason = null;
        }
    }

    /** A call failed that was made after so many failures: calls that fail side by side are one failure. */
    void failed(int before, Instant until, String why) {
        failures = Math.max(failures, before + 1);
        rest(until, why);
    }

    void rest(Instant until, String why) {
        if (quietUntil == null || quietUntil.isBefore(until)) {
            quietUntil = until;
        }
        reason = why;
    }
}
