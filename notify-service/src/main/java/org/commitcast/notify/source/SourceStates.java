package org.commitcast.notify.source;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commitcast.notify.time.DatabaseTime;

/** How all sources fare. Looked up once in a while for whoever asks: a database that is away must not hold up each. */
@ApplicationScoped
class SourceStates {
    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private final EntityManager database;
    private final DatabaseTime time;
    private Optional<Map<String, SourceState>> known = Optional.empty();
    private long knownUntil = System.nanoTime();

    SourceStates(EntityManager database, DatabaseTime time) {
        this.database = database;
        this.time = time;
    }

    /** Empty while the database is away, of which other checks tell. */
    synchronized Optional<SourceState> of(String source) {
        if (System.nanoTime() - knownUntil >= 0) {
            known = read();
            knownUntil = System.nanoTime() + FRESH;
        }
        return known.map(states -> states.getOrDefault(source, SourceState.NEW));
    }

    private Optional<Map<String, SourceState>> read() {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Instant now = time.now();
                Map<String, List<BudgetRow>> rows = database.createQuery(
                                "from BudgetRow order by name", BudgetRow.class)
                        .getResultStream()
                        .collect(Collectors.groupingBy(BudgetRow::source));
                Map<String, SourceState> states = new HashMap<>();
                rows.forEach((source, budgets) -> states.put(source, SourceState.of(budgets, now)));
                return Optional.of(states);
            });
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
