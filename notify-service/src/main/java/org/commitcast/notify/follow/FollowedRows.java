package org.commitcast.notify.follow;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The threads that are looked at. */
@ApplicationScoped
class FollowedRows implements PanacheRepositoryBase<FollowedRow, UUID> {

    /**
     * Some items that are out and of which a thread there is not followed, by their ids; also those of which two threads
     * are one.
     *
     * @param after their ids come after this one
     */
    List<String> unwatched(Set<String> platforms, String after, int most) {
        String sql =
                """
                select d.content_id from discussion d join item i on i.content_id = d.content_id and i.published
                where d.content_id > :after and d.threads <> '[]'
                and (select count(*) from jsonb_array_elements(d.threads::jsonb) as thread
                     where thread ->> 'platform' = any (string_to_array(:platforms, ',')))
                  > (select count(*) from followed_thread f where f.content_id = d.content_id
                     and f.platform = any (string_to_array(:platforms, ',')))
                order by d.content_id limit :most""";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, String.class)
                .setParameter("platforms", String.join(",", platforms))
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    /** Where there are threads to look at now. */
    List<Server> servers(Instant now) {
        return find("select distinct platform, host from FollowedRow where nextAt <= ?1", now)
                .project(Server.class)
                .list();
    }

    /** The longest due ones of a server, locked; nobody else gets them meanwhile. */
    List<FollowedRow> due(Server server, Instant now, int most) {
        String sql =
                """
                select * from followed_thread where platform = :platform and host = :host and next_at <= :now
                order by next_at limit :most for update skip locked""";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, FollowedRow.class)
                .setParameter("platform", server.platform())
                .setParameter("host", server.host())
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        return found.stream().map(FollowedRow.class::cast).toList();
    }
}
