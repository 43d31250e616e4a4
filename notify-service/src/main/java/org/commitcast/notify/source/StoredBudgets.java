package org.commitcast.notify.source;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.commitcast.notify.time.DatabaseTime;
import org.jspecify.annotations.Nullable;

/**
 * Budgets in the database. Each is a row that whoever wants to call locks for a moment, and the log of its latest
 * calls: a limit of n calls has room if the n-th last one is long enough ago.
 */
@ApplicationScoped
class StoredBudgets implements Budgets {
    private static final String CALL =
            """
            with forgotten as (delete from source_call where budget = ?1 and number <= ?2 - ?3)
            insert into source_call (budget, number, made_at) values (?1, ?2, ?4)
            """;

    private final EntityManager database;
    private final DatabaseTime time;

    StoredBudgets(EntityManager database, DatabaseTime time) {
        this.database = database;
        this.time = time;
    }

    /** In a transaction of its own: a call counts whatever becomes of the caller's. */
    @Override
    public Admission take(Budget budget) {
        return QuarkusTransaction.requiringNew().call(() -> {
            BudgetRow row = locked(budget);
            Instant now = time.now();
            Duration quiet = row.quiet(now);
            if (quiet.compareTo(Duration.ZERO) > 0) {
                return new Admission.Wait(budget.source() + " is left alone: " + row.reason(), quiet);
            }
            Instant free = free(budget, row.calls(), now);
            if (now.isBefore(free)) {
                return new Admission.Wait(
                        "what " + budget.source() + " may be asked is used up", Duration.between(now, free));
            }
            log(budget, row.call(), now);
            return new Admission.Granted(now, row.failures());
        });
    }

    private BudgetRow locked(Budget budget) {
        BudgetRow row = find(budget);
        if (row == null) {
            database.createNativeQuery(
                            "insert into source_budget (name, source) values (?1, ?2) on conflict do nothing")
                    .setParameter(1, budget.name())
                    .setParameter(2, budget.source())
                    .executeUpdate();
            row = find(budget);
        }
        if (row == null) {
            throw new IllegalStateException("the budget " + budget.name() + " was deleted while it was used");
        }
        return row;
    }

    private @Nullable BudgetRow find(Budget budget) {
        return database.find(BudgetRow.class, budget.name(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** From when on every limit has room; not after now where all have. */
    private Instant free(Budget budget, long calls, Instant now) {
        Instant free = now;
        for (CallLimit limit : budget.limits()) {
            long number = calls - limit.calls() + 1;
            if (number > 0) {
                Instant end = madeAt(budget, number).plus(limit.in());
                free = end.isAfter(free) ? end : free;
            }
        }
        return free;
    }

    private Instant madeAt(Budget budget, long number) {
        // A limit may have been raised since the call that it looks at was forgotten: then the oldest stands for it.
        String sql = "select made_at from source_call where budget = ?1 and number >= ?2 order by number limit 1";
        return (Instant) database.createNativeQuery(sql, Instant.class)
                .setParameter(1, budget.name())
                .setParameter(2, number)
                .getSingleResult();
    }

    private void log(Budget budget, long number, Instant now) {
        int looked = budget.limits().stream().mapToInt(CallLimit::calls).max().orElse(0);
        database.createNativeQuery(CALL)
                .setParameter(1, budget.name())
                .setParameter(2, number)
                .setParameter(3, looked)
                .setParameter(4, now)
                .executeUpdate();
    }

    @Override
    public void answered(Budget budget, Admission.Granted admission) {
        if (admission.failures() > 0) {
            change(budget, row -> row.answered(admission.failures()));
        }
    }

    @Override
    public void failed(Budget budget, Admission.Granted admission, Duration pause, String reason) {
        change(budget, row -> row.failed(admission.failures(), time.now().plus(pause), reason));
    }

    @Override
    public void rest(Budget budget, Duration pause) {
        change(budget, row -> row.rest(time.now().plus(pause), "it gives no more for now"));
    }

    private void change(Budget budget, Consumer<BudgetRow> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(locked(budget)));
    }
}
