package org.commitcast.ingest.receipt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.commitcast.contentevents.Topic;

/** What receipts know of feeds that are committed to a branch. */
@ApplicationScoped
public class HostedItems {
    private static final String PUBLISHED = "update receipt_item set hosted_at = now(), hosted_branch = ?,"
            + " hosted_commit = ? where site = ? and incarnation = ? and sequence > 0 and sequence <= ?"
            + " and in_feed_at is not null and hosted_at is null";
    private static final String COMMITTED =
            "insert into hosting_commit (site, incarnation, commit_sha) values (?, ?, ?) on conflict do nothing";

    private final AgroalDataSource database;

    HostedItems(AgroalDataSource database) {
        this.database = database;
    }

    /** The feeds that carry the items up to there are on the branch, with this commit at the latest. */
    public void published(String site, String incarnation, long through, String branch, String commit)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(PUBLISHED)) {
            update.setString(1, branch);
            update.setString(2, commit);
            update.setString(3, site);
            update.setString(4, incarnation);
            update.setLong(5, through);
            update.executeUpdate();
        }
    }

    /** The site's sequence up to which its feeds told that they know all items; 0 where they told nothing. */
    public long toldThrough(String site, String incarnation) throws SQLException {
        String sql = "select coalesce(max((state::json ->> 'through')::bigint), 0) from followed"
                + " where topic = ? and site = ? and incarnation = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, Topic.FEEDS.name());
            select.setString(2, site);
            select.setString(3, incarnation);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A commit of our own is nowhere. */
    public void uncommitted(String site, String incarnation, String commit) throws SQLException {
        commit(
                "delete from hosting_commit where site = ? and incarnation = ? and commit_sha = ?",
                site,
                incarnation,
                commit);
    }

    /** A commit is our own. */
    public void committed(String site, String incarnation, String commit) throws SQLException {
        commit(COMMITTED, site, incarnation, commit);
    }

    private void commit(String sql, String site, String incarnation, String commit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, site);
            statement.setString(2, incarnation);
            statement.setString(3, commit);
            statement.executeUpdate();
        }
    }
}
