package org.commitcast.ingest.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** Which sites' feeds are to be committed, and what was committed last: taken and settled by SQL, as other due work is. */
@ApplicationScoped
class Hostings {
    private static final String WANT = "insert into hosting (site, incarnation) values (?, ?)"
            + " on conflict (site) do update set wanted = hosting.wanted + 1, next_attempt_at = now(),"
            + " attempts = case when ? then 0 else hosting.attempts end,"
            + " left_alone_until = case when ? then null else hosting.left_alone_until end,"
            + " written = case when hosting.incarnation = excluded.incarnation then hosting.written else '{}' end,"
            + " commit_sha = case when hosting.incarnation = excluded.incarnation then hosting.commit_sha end,"
            + " incarnation = excluded.incarnation";
    private static final String TAKE = "update hosting set holder = ?, lease_until = now() + make_interval(secs => ?)"
            + " where site = (select h.site from hosting h where (h.settled < h.wanted and h.next_attempt_at <= now()"
            + "   or h.settled = h.wanted and h.looked_at < now() - make_interval(secs => ?))"
            + " and (h.lease_until is null or h.lease_until < now())"
            + " and (h.left_alone_until is null or h.left_alone_until <= now()) and (h.attempts = 0 or ?)"
            + " order by h.settled < h.wanted desc, h.attempts, h.next_attempt_at limit 1 for update skip locked)"
            + " returning site, incarnation, wanted, attempts, commit_sha, written";

    private final AgroalDataSource database;

    Hostings(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * There is a reason to look, in the caller's transaction.
     *
     * @param otherwise whether the owner said something else, so that what failed may go well now
     */
    void want(String site, String incarnation, boolean otherwise) throws SQLException {
        run(WANT, site, incarnation, otherwise, otherwise);
    }

    /** The site's feeds are committed nowhere. */
    @Transactional
    void forget(String site) throws SQLException {
        run("delete from hosting where site = ?", site);
    }

    /** The same, as who works on it finds out; a new life of the site may want it by now. */
    @Transactional
    void forget(HostingDue due) throws SQLException {
        run("delete from hosting where site = ? and incarnation = ?", due.site(), due.incarnation());
    }

    /**
     * Takes one; what has something new goes before what is only looked at now and then.
     *
     * @param alsoFailing whether it may be one whose last try failed
     */
    @Transactional
    List<HostingDue> take(String holder, Duration lease, Duration look, boolean alsoFailing) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(TAKE)) {
            update.setString(1, holder);
            update.setDouble(2, seconds(lease));
            update.setDouble(3, seconds(look));
            update.setBoolean(4, alsoFailing);
            List<HostingDue> due = new ArrayList<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    due.add(new HostingDue(
                            row.getString(1),
                            row.getString(2),
                            holder,
                            row.getLong(3),
                            row.getInt(4),
                            row.getString(5),
                            written(row.getString(6))));
                }
            }
            return due;
        }
    }

    private static Map<String, Written> written(String json) {
        Map<String, Written> written = new HashMap<>();
        JsonNode stored = StoredJson.readTree(json);
        stored.forEachEntry((path, file) -> written.put(
                path, new Written(file.path("etag").asText(), file.path("blob").asText())));
        return written;
    }

    /** Keeps the leases of what is being worked on. */
    @Transactional
    void renew(Set<String> holders, Duration lease) throws SQLException {
        run(
                "update hosting set lease_until = now() + make_interval(secs => ?) where holder = any (?)",
                seconds(lease),
                holders.toArray(String[]::new));
    }

    /** Whether the lease is still the holder's; asked in the transaction that depends on it. */
    boolean isHeldBy(HostingDue due) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select 1 from hosting where site = ? and holder = ? for update")) {
            select.setString(1, due.site());
            select.setString(2, due.holder());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The branch has all documents; what became a reason since is looked at on its own. */
    void settled(HostingDue due, @Nullable String commit, Map<String, Written> written) throws SQLException {
        run(
                "update hosting set settled = ?, attempts = 0, looked_at = now(), holder = null, lease_until = null,"
                        + " left_alone_until = null,"
                        + " commit_sha = ?, written = ? where site = ? and holder = ?",
                due.wanted(),
                commit,
                StoredJson.write(written),
                due.site(),
                due.holder());
    }

    /** It is tried again after a while, or as soon as there is another reason to. */
    void later(HostingDue due, Duration pause) throws SQLException {
        later(due, pause, false);
    }

    /** It is tried again after a while, and before it only where its owner says something else. */
    void leaveAlone(HostingDue due, Duration pause) throws SQLException {
        later(due, pause, true);
    }

    private void later(HostingDue due, Duration pause, boolean alone) throws SQLException {
        run(
                "update hosting set attempts = attempts + 1, holder = null, lease_until = null,"
                        + " next_attempt_at = case when wanted > ? then now() else now() + make_interval(secs => ?) end,"
                        // Less than were taken: the owner said something else meanwhile.
                        + " left_alone_until = case when ? and attempts >= ? then now() + make_interval(secs => ?) end,"
                        + " wanted = greatest(wanted, settled + 1) where site = ? and holder = ?",
                due.wanted(),
                seconds(pause),
                alone,
                due.attempts(),
                seconds(pause),
                due.site(),
                due.holder());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
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
