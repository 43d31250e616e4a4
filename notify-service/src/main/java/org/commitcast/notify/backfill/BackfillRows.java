package org.commitcast.notify.backfill;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All searches through archives. */
@ApplicationScoped
class BackfillRows implements PanacheRepositoryBase<BackfillRow, UUID> {

    /**
     * One of which all is searched and not all is recorded, locked; one that others are at is left to them.
     *
     * @param sources others are not waited for: they are not searched any more
     */
    Optional<BackfillRow> nextSearched(Collection<String> sources) {
        String sql =
                """
                select * from backfill b where state = 'RUNNING'
                and not exists (select from backfill_search s where s.backfill = b.id and not s.finished
                                and s.source = any (string_to_array(:sources, ',')))
                order by created_at limit 1 for update skip locked""";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, BackfillRow.class)
                .setParameter("sources", String.join(",", sources))
                .getResultList();
        return found.stream().map(BackfillRow.class::cast).findFirst();
    }
}
