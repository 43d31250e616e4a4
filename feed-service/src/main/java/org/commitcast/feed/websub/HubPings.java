package org.commitcast.feed.websub;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.store.StoreException;
import org.jspecify.annotations.Nullable;

/** What hubs are to be told, kept until they acknowledge it. The database's clock counts, which all instances share. */
@ApplicationScoped
public class HubPings {
    private static final String SECONDS = "? * interval '1 second'";

    /**
     * An instance that lives has not looked since. Not for long: a transaction that does not end lets nobody look, and
     * numbers from another database say nothing.
     */
    private static final String NOT_SERVED_BY_ALL =
            """
            changed_at > now() - interval '1 minute' and written_in < pg_snapshot_xmax(pg_current_snapshot())
            and exists (select 1 from document_watcher w
                        where w.seen_at > now() - interval '1 minute' and w.horizon <= hub_ping.written_in)""";

    private final DataSource dataSource;
    private final HubConfig config;

    HubPings(DataSource dataSource, HubConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Remembers that a feed's bytes have changed. Must be called in the transaction that changes them. */
    public void changed(DocumentKey feed, URI topic, URI hub) {
        String sql =
                """
                insert into hub_ping (site, file, hub, topic, due_at) values (?, ?, ?, ?, now() + %s)
                on conflict (site, file) do update
                set hub = excluded.hub, topic = excluded.topic, due_at = excluded.due_at, change = hub_ping.change + 1,
                    tries = 0, failure = null, waiting = null, changed_at = now(), written_in = pg_current_xact_id()"""
                        .formatted(SECONDS);
        update(sql, statement -> {
            statement.setString(1, feed.site());
            statement.setString(2, feed.file());
            statement.setString(3, hub.toASCIIString());
            statement.setString(4, topic.toASCIIString());
            statement.setDouble(5, seconds(config.delay()));
        });
    }

    /** Nobody need be told of this document any more. */
    public void forget(DocumentKey feed) {
        update("delete from hub_ping where site = ? and file = ?", statement -> {
            statement.setString(1, feed.site());
            statement.setString(2, feed.file());
        });
    }

    /** Takes up one that is due, for so long alone; but none of these hubs. Must be called outside of a transaction. */
    Optional<HubPing> claim(Duration lease, Collection<String> busyHubs) {
        String sql =
                """
                update hub_ping p set leased_until = now() + %s, tries = p.tries + 1
                from (select site, file from hub_ping
                      where due_at <= now() and (leased_until is null or leased_until < now()) and hub <> all (?)
                          and not (%s)
                      order by due_at limit 1 for update skip locked) due
                where p.site = due.site and p.file = due.file
                returning p.site, p.file, p.hub, p.topic, p.change, p.tries,
                    extract(epoch from now() - p.changed_at)"""
                        .formatted(SECONDS, NOT_SERVED_BY_ALL);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(sql)) {
            claim.setDouble(1, seconds(lease));
            claim.setArray(2, connection.createArrayOf("text", busyHubs.toArray()));
            try (ResultSet row = claim.executeQuery()) {
                return row.next() ? Optional.of(ping(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreException("pings could not be taken up", e);
        }
    }

    private static HubPing ping(ResultSet row) throws SQLException {
        return new HubPing(
                row.getString(1),
                row.getString(2),
                URI.create(row.getString(3)),
                URI.create(row.getString(4)),
                row.getLong(5),
                row.getInt(6),
                Duration.ofMillis((long) (row.getDouble(7) * 1000)));
    }

    /** The hub knows; of a change that came meanwhile it must still be told. */
    void acknowledged(HubPing ping) {
        String sql =
                """
                update hub_ping set leased_until = null, acknowledged_at = now(), failure = null, waiting = null,
                    due_at = case when change = ? then null else due_at end,
                    tries = case when change = ? then 0 else tries end
                where site = ? and file = ?""";
        update(sql, statement -> {
            statement.setLong(1, ping.change());
            statement.setLong(2, ping.change());
            statement.setString(3, ping.site());
            statement.setString(4, ping.file());
        });
    }

    /** The hub is not to be told yet; that was no try. */
    void waits(HubPing ping, String why, Duration wait) {
        String sql =
                """
                update hub_ping set leased_until = null, waiting = ?, tries = greatest(tries - 1, 0),
                    due_at = case when change = ? then now() + %s else due_at end
                where site = ? and file = ?"""
                        .formatted(SECONDS);
        update(sql, statement -> {
            statement.setString(1, why);
            statement.setLong(2, ping.change());
            statement.setDouble(3, seconds(wait));
            statement.setString(4, ping.site());
            statement.setString(5, ping.file());
        });
    }

    /** The hub must be told again; of a change that came meanwhile when that is due. */
    void failed(HubPing ping, String why, Duration wait) {
        String sql =
                """
                update hub_ping set leased_until = null, failure = ?,
                    due_at = case when change = ? then now() + %s else due_at end
                where site = ? and file = ?"""
                        .formatted(SECONDS);
        update(sql, statement -> {
            statement.setString(1, why);
            statement.setLong(2, ping.change());
            statement.setDouble(3, seconds(wait));
            statement.setString(4, ping.site());
            statement.setString(5, ping.file());
        });
    }

    /** So many of those whose last try did not do, for people. */
    List<String> failing(int most) {
        String sql = "select site, file, failure from hub_ping where due_at is not null and failure is not null"
                + " order by due_at limit " + most;
        List<String> failing = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                failing.add(row.getString(1) + "/" + row.getString(2) + ": " + row.getString(3));
            }
            return failing;
        } catch (SQLException e) {
            throw new StoreException("pings could not be read", e);
        }
    }

    /** How it stands with those of these documents that hubs are told of. */
    public Map<DocumentKey, PingState> of(Collection<DocumentKey> feeds) {
        String sql = "select site, file, hub, topic, due_at, tries, failure, waiting, acknowledged_at from hub_ping"
                + " where (site, file) in (select * from unnest (?::text[], ?::text[]))";
        Map<DocumentKey, PingState> found = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, texts(connection, feeds, DocumentKey::site));
            select.setArray(2, texts(connection, feeds, DocumentKey::file));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(new DocumentKey(row.getString(1), row.getString(2)), state(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StoreException("pings could not be read", e);
        }
    }

    private static Array texts(Connection connection, Collection<DocumentKey> feeds, Function<DocumentKey, String> text)
            throws SQLException {
        return connection.createArrayOf("text", feeds.stream().map(text).toArray());
    }

    private static PingState state(ResultSet row) throws SQLException {
        return new PingState(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                time(row, 5),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                time(row, 9));
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private void update(String sql, Parameters parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            parameters.set(update);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("pings could not be written", e);
        }
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
