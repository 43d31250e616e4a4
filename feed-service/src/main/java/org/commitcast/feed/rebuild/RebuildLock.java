package org.commitcast.feed.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.commitcast.feed.store.StoreException;

/**
 * Tells all instances that one of them rebuilds a site: what is filled beside the store is there once for all of them.
 * The lock ends with its connection at the latest, whatever becomes of who holds it.
 */
final class RebuildLock implements AutoCloseable {
    private static final int SECONDS_TO_ANSWER = 5;

    private final Connection connection;
    private final String site;

    private RebuildLock(Connection connection, String site) {
        this.connection = connection;
        this.site = site;
    }

    /** The lock, unless another holds it. Must not be called in a transaction, whose end would take it away. */
    static Optional<RebuildLock> take(DataSource dataSource, String site) {
        try {
            RebuildLock lock = new RebuildLock(dataSource.getConnection(), site);
            boolean held = false;
            try {
                held = lock.call("pg_try_advisory_lock");
                return held ? Optional.of(lock) : Optional.empty();
            } finally {
                if (!held) {
                    lock.connection.close();
                }
            }
        } catch (SQLException e) {
            throw new StoreException("a rebuild could not be begun", e);
        }
    }

    /** Whether nobody else can have begun since. */
    boolean isHeld() {
        try {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            throw new StoreException("a rebuild lost its lock", e);
        }
    }

    private boolean call(String function) throws SQLException {
        // Instances of all versions agree on this number.
        try (PreparedStatement select =
                connection.prepareStatement("select " + function + "(hashtextextended('rebuild ' || ?, 0))")) {
            select.setString(1, site);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            call("pg_advisory_unlock");
        } catch (SQLException e) {
            throw new StoreException("a rebuild could not be ended", e);
        }
    }
}
