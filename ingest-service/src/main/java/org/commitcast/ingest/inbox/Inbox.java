package org.commitcast.ingest.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Deliveries, stored before they are acknowledged. The row is deduplicated by the delivery's id and nothing else: a
 * repeated delivery wakes its site again. SQL, because a webhook must cost one statement.
 */
@ApplicationScoped
public class Inbox {
    private static final String PUT = "insert into delivery (site, source, delivery, event, ref, after_commit)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (site, source, delivery)"
            + " do update set times = delivery.times + 1, processed_at = null, received_at = clock_timestamp()";

    private final AgroalDataSource database;
    private final Event<SiteWoken> woken;

    Inbox(AgroalDataSource database, Event<SiteWoken> woken) {
        this.database = database;
        this.woken = woken;
    }

    /** Stores one for each of several sites, all or none. */
    @Transactional
    public void put(List<Arrival> arrivals) throws SQLException {
        for (Arrival arrival : arrivals) {
            put(arrival);
        }
    }

    /** Stores it; when the transaction is over it is safe. */
    @Transactional
    public void put(Arrival arrival) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(PUT)) {
            insert.setString(1, arrival.site());
            insert.setString(2, arrival.source());
            insert.setString(3, arrival.delivery());
            insert.setString(4, arrival.event());
            insert.setString(5, arrival.ref());
            insert.setString(6, arrival.after());
            insert.executeUpdate();
        }
        woken.fire(new SiteWoken(arrival.site()));
    }

    /** Wakes the site again by a delivery that is here; false where there is no such delivery. */
    @Transactional
    public boolean replay(long id) throws SQLException {
        String sql = "update delivery set times = times + 1, processed_at = null, received_at = clock_timestamp()"
                + " where id = ? returning site";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, id);
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                woken.fire(new SiteWoken(row.getString(1)));
                return true;
            }
        }
    }

    /** All that wakes a site now. */
    public Seen seen(String site) throws SQLException {
        String sql = "select id, times from delivery where site = ? and processed_at is null";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            List<Long> ids = new ArrayList<>();
            List<Integer> times = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                    times.add(row.getInt(2));
                }
            }
            return new Seen(ids, times);
        }
    }

    /** Settles what was seen; what came or was repeated since keeps the site awake. */
    @Transactional
    public void settle(String site, Seen seen) throws SQLException {
        // Row by row: what a repeat has changed meanwhile is looked at again by the database, and then differs.
        String sql = "update delivery d set processed_at = now() from unnest(?::bigint[], ?::integer[]) s (id, times)"
                + " where d.site = ? and d.processed_at is null and d.id = s.id and d.times = s.times";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setArray(1, connection.createArrayOf("bigint", seen.ids().toArray()));
            update.setArray(2, connection.createArrayOf("integer", seen.times().toArray()));
            update.setString(3, site);
            update.executeUpdate();
        }
    }

    /** Whether a commit was told of just now by a webhook, or is still waiting to be heard of. */
    public boolean isBeingToldOf(String site, String commit) throws SQLException {
        String sql = "select 1 from delivery where site = ? and after_commit = ? and (processed_at is null"
                + " or source <> 'sweep' and received_at > now() - interval '2 minutes') limit 1";
        return any(sql, site, commit);
    }

    /** Whether a delivery has told of a commit. */
    public boolean toldOf(String site, String commit) throws SQLException {
        return any("select 1 from delivery where site = ? and after_commit = ? limit 1", site, commit);
    }

    /** Whether a delivery has told of a commit that is not worked on to its end. */
    public boolean isAwaiting(String site, String commit) throws SQLException {
        String sql = "select 1 from delivery where site = ? and after_commit = ? and processed_at is null limit 1";
        return any(sql, site, commit);
    }

    private boolean any(String sql, String site, String commit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            select.setString(2, commit);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * What of the inbox was there.
     *
     * @param ids of the rows
     * @param times how often each had been delivered
     */
    public record Seen(List<Long> ids, List<Integer> times) {
        public Seen {
            ids = List.copyOf(ids);
            times = List.copyOf(times);
        }
    }
}
