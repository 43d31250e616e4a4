package org.commitcast.localstack.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.commitcast.localstack.machine.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenDatabaseTest {

    @Test
    void makesWhatTheServicesNeedAsARoleThatMayNotDoEverything(@TempDir Path folder) throws Exception {
        DatabaseSettings settings =
                DatabaseSettings.in(folder.resolve("server")).notDurable();
        try (EmbeddedDatabase server = EmbeddedDatabase.start(settings)) {
            String maker = serverWithNothingButAMaker(settings, server.access("ingest"));

            GivenDatabase.prepare(maker, folder);
            // The next start finds all of it.
            GivenDatabase given = GivenDatabase.prepare(maker, folder);

            for (String name : DatabaseSettings.SERVICES) {
                execute(given.access(name), "CREATE TABLE letters (text text)");
            }
        }
    }

    /** As managed servers give it out: with CREATEROLE and CREATEDB, without being superuser. */
    private static String serverWithNothingButAMaker(DatabaseSettings settings, DatabaseAccess any)
            throws SQLException, IOException {
        String password =
                Files.readString(settings.folder().resolve("postgres.password")).strip();
        DatabaseAccess all = new DatabaseAccess(any.url().replaceFirst("/ingest$", "/postgres"), "postgres", password);
        for (String name : DatabaseSettings.SERVICES) {
            execute(all, "DROP DATABASE " + name);
            execute(all, "DROP ROLE " + name);
        }
        execute(all, "CREATE ROLE maker LOGIN CREATEROLE CREATEDB PASSWORD 'made'");
        return any.url().replaceFirst("^jdbc:postgresql://(.*)/ingest$", "postgresql://maker:made@$1");
    }

    @Test
    void refusesAnAddressThatNamesMoreThanAServerAndDoesNotRepeatIt(@TempDir Path folder) {
        assertThatThrownBy(
                        () -> GivenDatabase.prepare("postgresql://maker:made@db.example/show?sslmode=require", folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("leave out what follows the port")
                .message()
                .doesNotContain("made@");
    }

    private static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute(sql)).isFalse();
        }
    }
}
