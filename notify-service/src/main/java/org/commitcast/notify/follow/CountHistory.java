package org.commitcast.notify.follow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What threads had come to at which time. */
@ApplicationScoped
class CountHistory {
    private final EntityManager database;

    CountHistory(EntityManager database) {
        this.database = database;
    }

    /** One look that saw something new. */
    record Count(Instant at, @Nullable Integer score, @Nullable Integer comments) {}

    void add(FollowedRow thread, Instant at) {
        database.createNativeQuery(
                        "insert into thread_count (thread, at, score, comments) values (:thread, :at, :score, :comments)"
                                + " on conflict do nothing")
                .setParameter("thread", thread.id)
                .setParameter("at", at)
                .setParameter("score", thread.score)
                .setParameter("comments", thread.comments)
                .executeUpdate();
    }

    /** The latest first, after which a page ends at this many. */
    List<Count> before(UUID thread, Instant before, int most) {
        List<?> rows = database.createNativeQuery(
                        "select at, score, comments from thread_count where thread = :thread and at < :before"
                                + " order by at desc limit :most",
                        Tuple.class)
                .setParameter("thread", thread)
                .setParameter("before", before)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Count(row.get(0, Instant.class), row.get(1, Integer.class), row.get(2, Integer.class)))
                .toList();
    }
}
