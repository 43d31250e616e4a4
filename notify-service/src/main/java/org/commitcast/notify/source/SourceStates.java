package org.commitcast.notify.source;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.commitcast.notify.time.DatabaseTime;

/** How sources fare, for people who look after the deployment. */
@ApplicationScoped
class SourceStates {
    private final EntityManager database;
    private final DatabaseTime time;

    SourceStates(EntityManager database, DatabaseTime time) {
        this.database = database;
        this.time = time;
    }

    /** How long nobody asks it, or that part of it which is left alone the longest. */
    Duration quiet(String source) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = time.now();
            return rows(source).stream()
                    .map(row -> row.quiet(now))
                    .max(Duration::compareTo)
                    .filter(quiet -> !quiet.isNegative())
                    .orElse(Duration.ZERO);
        });
    }

    /** How many calls were made ever, and what is left alone why. */
    String summary(String source) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = time.now();
            List<BudgetRow> rows = rows(source);
            StringBuilder summary = new StringBuilder();
            summary.append(rows.stream().mapToLong(BudgetRow::calls).sum()).append(" calls");
            rows.stream()
                    .filter(row -> row.quiet(now).compareTo(Duration.ZERO) > 0)
                    .limit(5)
                    .forEach(row -> summary.append("; ")
                            .append(row.name())
                            .append(" is left alone until ")
                            .append(row.quietUntil())
                            .append(": ")
                            .append(row.reason()));
            return summary.toString();
        });
    }

    private List<BudgetRow> rows(String source) {
        return database.createQuery(
                        "from BudgetRow where source = ?1 order by quietUntil desc nulls last", BudgetRow.class)
                .setParameter(1, source)
                .getResultList();
    }
}
