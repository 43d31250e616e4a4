package org.commitcast.ingest.commitstatus;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.ingest.receipt.ReceiptsChanged;
import org.commitcast.ingest.site.SiteRemoved;
import org.jspecify.annotations.Nullable;

/** The statuses that are to be sent: written with the receipts, taken and settled by SQL as the work queue is. */
@ApplicationScoped
class Statuses {
    private static final String WANT = "insert into commit_status (site, incarnation, commit_sha) values (?, ?, ?)"
            + " on conflict (site, incarnation, commit_sha) do update set version = commit_status.version + 1,"
            + " next_attempt_at = case when commit_status.attempts > 0 then commit_status.next_attempt_at"
            + " else now() end";
    private static final String TAKE = "update commit_status set lease_until = now() + make_interval(secs => ?)"
            + " where id in (select c.id from commit_status c join site_work w on w.site = c.site"
            + " where c.settled < c.version and c.next_attempt_at <= now()"
            + " and (c.lease_until is null or c.lease_until < now())"
            + " and (w.status_retry_at is null or w.status_retry_at <= now())"
            + " order by c.next_attempt_at limit ? for update of c skip locked)"
            + " returning id, site, incarnation, commit_sha, version, sent, attempts,"
            + " extract(epoch from clock_timestamp() - wanted_at)";

    private final AgroalDataSource database;
    private final StatusTargets targets;
    private final Event<StatusWanted> wanted;

    Statuses(AgroalDataSource database, StatusTargets targets, Event<StatusWanted> wanted) {
        this.database = database;
        this.targets = targets;
        this.wanted = wanted;
    }

    void changed(@Observes ReceiptsChanged change) throws SQLException {
        if (!targets.wants(change.site())) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement want = connection.prepareStatement(WANT)) {
            for (String commit : change.commits()) {
                want.setString(1, change.site());
                want.setString(2, change.incarnation());
                want.setString(3, commit);
                want.addBatch();
            }
            want.executeBatch();
        }
        wanted.fire(new StatusWanted());
    }

    void removed(@Observes SiteRemoved removal) throws SQLException {
        run("delete from commit_status where site = ?", removal.site().name());
    }

    @Transactional
    List<Due> take(int most, Duration lease) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(TAKE)) {
            update.setDouble(1, lease.toMillis() / 1000.0);
            update.setInt(2, most);
            List<Due> due = new ArrayList<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    due.add(new Due(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getString(6),
                            row.getInt(7),
                            Duration.ofMillis((long) (row.getDouble(8) * 1000))));
                }
            }
            return due;
        }
    }

    /** It is settled as of its version; what the receipt became since is sent on. */
    @Transactional
    void settled(Due due, @Nullable String sent) throws SQLException {
        run(
                "update commit_status set settled = ?, sent = coalesce(?, sent), attempts = 0, lease_until = null"
                        + " where id = ?",
                due.version(),
                sent,
                due.id());
    }

    @Transactional
    void later(Due due, Duration pause, boolean failed) throws SQLException {
        run(
                "update commit_status set attempts = attempts + ?, lease_until = null,"
                        + " next_attempt_at = now() + make_interval(secs => ?) where id = ?",
                failed ? 1 : 0,
                pause.toMillis() / 1000.0,
                due.id());
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
