package org.commitcast.ingest.whole;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.commitcast.localstack.LocalBackends;

/** The service's database, looked at from outside. */
public final class Database {
    /** One for all that is asked: to log in takes longer than to ask. */
    private static final Connection CONNECTION = open();

    private Database() {}

    public static long count(String sql) {
        synchronized (CONNECTION) {
            try (Statement statement = CONNECTION.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static void execute(String sql) {
        synchronized (CONNECTION) {
            try (Statement statement = CONNECTION.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** One of the caller's own, such as for a lock. */
    static Connection open() {
        var access = LocalBackends.database("ingest");
        try {
            return DriverManager.getConnection(access.url(), access.user(), access.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
