package org.commitcast.notify.backfill;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What searches through archives consist of. */
@ApplicationScoped
class ArchiveSearches implements PanacheRepositoryBase<ArchiveSearch, ArchiveSearch.Key> {
    private static final String NOTHING = "[]";

    /** All items that are out and have no thread there yet, the newest first; sources alternate. */
    int plan(BackfillRow backfill, Collection<String> sources) {
        String sql =
                """
                insert into backfill_search (backfill, position, source, content_id)
                select :backfill, row_number() over (order by item.sequence desc, source), source, item.content_id
                from item cross join unnest(string_to_array(:sources, ',')) as source
                where item.site = :site and item.incarnation = :incarnation and item.published
                and item.kind <> 'TRANSCRIPT'
                and not exists (select from discussion d, jsonb_array_elements(d.threads::jsonb) as thread
                                where d.content_id = item.content_id and thread ->> 'platform' = source)""";
        return getEntityManager()
                .createNativeQuery(sql)
                .setParameter("backfill", backfill.id)
                .setParameter("sources", String.join(",", sources))
                .setParameter("site", backfill.site)
                .setParameter("incarnation", backfill.incarnation)
                .executeUpdate();
    }

    /** The next one at a source, locked; what others are at is left to them. */
    Optional<ArchiveSearch> next(String source, Instant now) {
        String sql =
                """
                select s.* from backfill_search s join backfill b on b.id = s.backfill
                where b.state = 'RUNNING' and s.source = :source and not s.finished
                and (s.lease_until is null or s.lease_until <= :now)
                order by b.created_at, s.position limit 1 for update of s skip locked""";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, ArchiveSearch.class)
                .setParameter("source", source)
                .setParameter("now", now)
                .getResultList();
        return found.stream().map(ArchiveSearch.class::cast).findFirst();
    }

    /** Those that found anything, by their place. */
    List<ArchiveSearch> thatFound(UUID backfill, long after, int most) {
        return find(
                        "key.backfill = ?1 and key.position > ?2 and found <> ?3 order by key.position",
                        backfill,
                        after,
                        NOTHING)
                .page(0, most)
                .list();
    }

    List<BackfillView.Progress> progress(UUID backfill) {
        String sql =
                """
                select source, count(*), count(*) filter (where finished and not given_up),
                count(*) filter (where given_up), count(*) filter (where found <> '[]')
                from backfill_search where backfill = :backfill group by source order by source""";
        List<?> rows = getEntityManager()
                .createNativeQuery(sql, Tuple.class)
                .setParameter("backfill", backfill)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new BackfillView.Progress(
                        row.get(0, String.class),
                        row.get(1, Long.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, Long.class)))
                .toList();
    }
}
