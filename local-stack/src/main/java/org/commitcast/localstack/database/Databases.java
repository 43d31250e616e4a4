package org.commitcast.localstack.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.commitcast.localstack.machine.StartFailure;
import org.commitcast.localstack.machine.SupervisedProcess;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases and roles of a running server. */
final class Databases {

    /** Long, because a server that had crashed first replays its log. */
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(25);

    private final PGSimpleDataSource server = new PGSimpleDataSource();

    /** Works on a server as a role that may make roles and databases. */
    Databases(DatabaseAccess maker) {
        server.setURL(maker.url());
        server.setUser(maker.user());
        server.setPassword(maker.password());
    }

    void awaitStart(SupervisedProcess process, DatabaseSettings settings) {
        Instant deadline = Instant.now().plus(START_LIMIT);
        while (!answers(settings)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new StartFailure("PostgreSQL did not start in %s: %s."
                        .formatted(settings.data(), process.log().last(DatabaseServer.PROBLEM)));
            }
            pause();
        }
    }

    private boolean answers(DatabaseSettings settings) {
        try (Connection connection = server.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new StartFailure(
                        "PostgreSQL in %s does not accept the password kept beside it: restore %s."
                                .formatted(settings.data(), settings.folder().resolve("postgres.password")),
                        e);
            }
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("PostgreSQL's start was interrupted.", e);
        }
    }

    /** Creates role and database if they are not there; sets the role's password in any case. */
    void ensure(String name, String password) {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
            statement.execute("%s ROLE %s LOGIN PASSWORD %s"
                    .formatted(verb, statement.enquoteIdentifier(name, true), statement.enquoteLiteral(password)));
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                String database = statement.enquoteIdentifier(name, true);
                // To give something to a role, one must be a member of it, unless one may do everything.
                statement.execute("GRANT %s TO CURRENT_USER".formatted(database));
                statement.execute("CREATE DATABASE %s OWNER %s".formatted(database, database));
                statement.execute("REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(database));
            }
        } catch (SQLException e) {
            throw new StartFailure("The database %s could not be made: %s.".formatted(name, e.getMessage()), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
