package org.commitcast.notify.follow;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The threads that are looked at. */
@ApplicationScoped
class FollowedRows implements PanacheRepositoryBase<FollowedRow, UUID> {

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
