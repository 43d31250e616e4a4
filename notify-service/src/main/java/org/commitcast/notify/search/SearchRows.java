package org.commitcast.notify.search;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.notify.cadence.Cadence;

/** What is searched for. */
@ApplicationScoped
class SearchRows implements PanacheRepositoryBase<SearchRow, String> {

    /** Begins a search, unless somebody else has just begun it. */
    void begin(SearchRow row) {
        String sql =
                """
                insert into item_search
                (id, content_id, site, source, rounds, done, addresses, pause, failures, next_at)
                values (:id, :item, :site, :source, 0, 0, :addresses, :pause, 0, :nextAt) on conflict do nothing""";
        getEntityManager()
                .createNativeQuery(sql)
                .setParameter("id", row.id)
                .setParameter("item", row.contentId)
                .setParameter("site", row.site)
                .setParameter("source", row.source)
                .setParameter("addresses", row.addresses)
                .setParameter("pause", row.pause)
                .setParameter("nextAt", row.nextAt)
                .executeUpdate();
    }

    /** The search that is the most urgent, locked: the young wait minutes, the old a day. */
    Optional<SearchRow> latest(String source, Instant now) {
        return Cadence.PAUSES.stream()
                .flatMap(pause -> first(source, pause, now))
                .max(Comparator.comparingDouble(row -> row.urgency(now)));
    }

    private Stream<SearchRow> first(String source, Duration pause, Instant now) {
        String sql =
                """
                select * from item_search where source = :source and pause = :pause and next_at <= :now
                order by next_at limit 1 for update skip locked""";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, SearchRow.class)
                .setParameter("source", source)
                .setParameter("pause", pause.toSeconds())
                .setParameter("now", now)
                .getResultList();
        return found.stream().map(SearchRow.class::cast);
    }

    /** Young items that are out and not searched for there yet. */
    List<String> without(String source, Instant bornAfter, int most) {
        String sql =
                """
                select content_id from item where published
                and born_at > :after
                and not exists (select from item_search s where s.content_id = item.content_id and s.source = :source)
                limit :most""";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, String.class)
                .setParameter("after", bornAfter)
                .setParameter("most", most)
                .setParameter("source", source)
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }
}
