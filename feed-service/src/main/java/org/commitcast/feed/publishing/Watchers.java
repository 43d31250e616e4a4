package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.commitcast.feed.store.StoreException;

/** What each instance has seen of the stored documents, so that others can tell whether all serve a change. */
@ApplicationScoped
class Watchers {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final String instance = UUID.randomUUID().toString();
    private Instant due = Instant.MIN;

    Watchers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** This instance serves whatever transactions before that one have written. Called by one thread. */
    void saw(long horizon, Instant now) {
        if (now.isBefore(due)) {
            return;
        }
        String sql =
                """
                with gone as (delete from document_watcher where seen_at < now() - interval '1 hour')
                insert into document_watcher (instance, horizon, seen_at) values (?, ?::text::xid8, now())
                on conflict (instance) do update set horizon = excluded.horizon, seen_at = excluded.seen_at""";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, instance);
            upsert.setString(2, Long.toString(horizon));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("what was seen could not be written", e);
        }
        due = now.plus(BETWEEN);
    }

    /** This instance serves nothing any more. */
    void leave() {
        String sql = "delete from document_watcher where instance = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, instance);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("that an instance has ended could not be written", e);
        }
    }
}
