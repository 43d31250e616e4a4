package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.DocumentType;
import org.commitcast.feed.serving.Edition;
import org.commitcast.feed.serving.Standing;
import org.commitcast.feed.serving.StoredHead;
import org.commitcast.feed.store.StoreException;

/**
 * Documents that were written lately. Numbers cannot tell: they are given before a commit and become visible in another
 * order. So a look names the oldest transaction that is under way, and the next one begins with what that wrote.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SNAPSHOT">Snapshots</a>
 */
@ApplicationScoped
class WrittenDocuments {
    private static final int FETCHED = 500;

    private final DataSource dataSource;

    WrittenDocuments(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The oldest transaction that may still write what nobody sees yet. */
    long horizon() {
        String sql = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new StoreException("the database cannot be looked at", e);
        }
    }

    /**
     * Numbers documents anew that a transaction to come has written: they were brought from another database, whose
     * transactions went on for longer, and would be looked at each time until this one is as far.
     */
    void renumber() {
        // The trigger puts in the number.
        String sql = "update feed_document set version = version"
                + " where written_in >= pg_snapshot_xmax(pg_current_snapshot())";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("stored documents cannot be numbered anew", e);
        }
    }

    /**
     * Tells all that transactions from that one on have written, without their bodies. Must be called in a transaction:
     * without one, drivers fetch everything at once.
     *
     * @param first 0 for all there are
     */
    void since(long first, Consumer<StoredHead> document) {
        String sql = "select site, file, type, incarnation, renderer, through, version, standing, last_modified,"
                + " date_decides, link, elsewhere, etag from feed_document where written_in >= ?::text::xid8";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, Long.toString(first));
            select.setFetchSize(FETCHED);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    document.accept(head(row));
                }
            }
        } catch (SQLException e) {
            throw new StoreException("stored documents cannot be looked at", e);
        }
    }

    private static StoredHead head(ResultSet row) throws SQLException {
        // Thousands are of the same site.
        String incarnation = row.getString(4).intern();
        Standing standing = Standing.valueOf(row.getString(8));
        String elsewhere = row.getString(12);
        return new StoredHead(
                new DocumentKey(row.getString(1).intern(), row.getString(2)),
                DocumentType.valueOf(row.getString(3)),
                new Edition(incarnation, row.getInt(5), row.getLong(6), row.getLong(7)),
                standing,
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getBoolean(10),
                row.getString(11),
                elsewhere == null ? null : URI.create(elsewhere),
                // What somebody else serves is kept here, but not served.
                standing == Standing.SERVED ? row.getString(13) : null);
    }
}
