package org.commitcast.feed.live;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** When feeds that somebody else makes are to be looked at. */
@ApplicationScoped
class Looks {
    /** Longer than a look can take: nobody else looks meanwhile, and a crash delays no longer. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    private static final String DUE =
            "select d.site, d.feed, d.version from feed_document d left join live_look l on l.site = d.site"
                    + " and l.feed = d.feed where d.standing = 'EXTERNAL' and d.type = 'RSS' and d.role = 'FEED'"
                    + " and (l.site is null or l.version <> d.version or l.next_look_at <= now())"
                    + " order by l.next_look_at nulls first limit 20";
    private static final String CLAIM = "insert into live_look as l (site, feed, version, looks, next_look_at)"
            + " values (?, ?, ?, 1, now() + ? * interval '1 millisecond') on conflict (site, feed) do update set"
            + " looks = case when l.version = excluded.version then least(l.looks + 1, 30) else 1 end,"
            + " version = excluded.version, next_look_at = excluded.next_look_at"
            + " where l.version <> excluded.version or l.next_look_at <= now() returning looks";
    private static final String NEXT = "update live_look set next_look_at = now() + ? * interval '1 millisecond'"
            + " where site = ? and feed = ? and version = ?";

    private static final String FORGET = "delete from live_look l where not exists (select 1 from feed_document d"
            + " where d.site = l.site and d.feed = l.feed and d.standing = 'EXTERNAL')";

    private final AgroalDataSource database;

    Looks(AgroalDataSource database) {
        this.database = database;
    }

    /** A feed to look at, of which this version is ours. */
    record Due(String site, String feed, long version) {}

    List<Due> due() throws SQLException {
        List<Due> due = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                due.add(new Due(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        return due;
    }

    /** How many looks at it there have been since ours changed, with this one; 0 where another instance is at it. */
    int claim(Due due) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, due.site());
            claim.setString(2, due.feed());
            claim.setLong(3, due.version());
            claim.setLong(4, UNDER_WAY.toMillis());
            try (ResultSet row = claim.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    /** Of feeds that are made here, or are no more. */
    void forgetOthers() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.executeUpdate();
        }
    }

    void again(Due due, Duration after) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(NEXT)) {
            update.setLong(1, after.toMillis());
            update.setString(2, due.site());
            update.setString(3, due.feed());
            update.setLong(4, due.version());
            update.executeUpdate();
        }
    }
}
