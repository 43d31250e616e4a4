package org.commitcast.localstack.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.commitcast.localstack.machine.StartFailure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** All on one folder: to initialise one takes longer than to start on it. */
@TestInstance(Lifecycle.PER_CLASS)
class EmbeddedDatabaseTest {

    private final Path folder;

    EmbeddedDatabaseTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private DatabaseSettings settings() {
        return DatabaseSettings.in(folder).notDurable();
    }

    @BeforeAll
    void initialise() {
        EmbeddedDatabase.start(settings()).close();
    }

    @Test
    void keepsDataAndPasswordsOverARestart() throws SQLException {
        DatabaseSettings settings = settings();
        DatabaseAccess first;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
            first = database.access("ingest");
            execute(first, "CREATE TABLE letters AS SELECT 'kept' AS text");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
            assertThat(database.access("ingest")).isEqualTo(first);
            assertThat(query(database.access("ingest"), "SELECT text FROM letters"))
                    .isEqualTo("kept");
        }
    }

    @Test
    void keepsWhatWasCommittedBeforeACrash() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(folder))) {
            DatabaseAccess access = database.access("feed");
            execute(access, "CREATE TABLE letters AS SELECT 'kept' AS text");
            database.crash();
            assertThatThrownBy(() -> query(access, "SELECT 1")).isInstanceOf(SQLException.class);
            database.restart();

            assertThat(query(access, "SELECT text FROM letters")).isEqualTo("kept");
        }
    }

    @Test
    void givesEachServiceADatabaseThatTheOthersCannotOpen() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            DatabaseAccess ingest = database.access("ingest");
            DatabaseAccess notify = database.access("notify");

            assertThat(query(ingest, "SELECT current_database() || ' ' || current_user"))
                    .isEqualTo("ingest ingest");
            assertThatThrownBy(
                            () -> query(new DatabaseAccess(notify.url(), ingest.user(), ingest.password()), "SELECT 1"))
                    .hasMessageContaining("permission denied for database \"notify\"");
        }
    }

    @Test
    void keepsPasswordsInFilesThatOnlyTheirOwnerReadsAndOutOfTheLog() throws Exception {
        DatabaseSettings settings = settings();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
            for (String name : List.of("ingest", "feed", "notify")) {
                Path file = folder.resolve(name + ".password");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(settings.log())
                        .content()
                        .doesNotContain(database.access(name).password());
            }
        }
    }

    @Test
    void startsOverThePidFileOfACrashedRunThoughItsIdWasGivenToAnotherProcess() throws Exception {
        DatabaseSettings settings = settings();
        String pidFile = "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n"
                .formatted(ProcessHandle.current().pid(), settings.data());
        Files.writeString(settings.data().resolve("postmaster.pid"), pidFile);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
            assertThat(query(database.access("ingest"), "SELECT 'up'")).isEqualTo("up");
        }
    }

    @Test
    void takesOverTheFolderFromAServerThatWasLeftRunning() throws SQLException {
        try (EmbeddedDatabase left = EmbeddedDatabase.start(settings());
                EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            assertThat(left.process().handle().isAlive()).isFalse();
            assertThat(query(database.access("ingest"), "SELECT 'up'")).isEqualTo("up");
        }
    }

    @Test
    void beginsAgainWhereAnInitialisationWasCutOff() throws Exception {
        Path cutOff = folder.resolve("cut-off");
        DatabaseSettings settings = DatabaseSettings.in(cutOff).notDurable();
        Path half = Files.createDirectories(cutOff.resolve("data.new/base"));
        Files.writeString(half.resolve("1"), "half");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
            assertThat(query(database.access("ingest"), "SELECT 'up'")).isEqualTo("up");
        }
    }

    @Test
    void saysInOneSentenceThatItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DatabaseSettings settings = settings().onPort(taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("PostgreSQL cannot listen on 127.0.0.1:%d (another process uses that port):"
                                    .formatted(taken.getLocalPort())
                            + " stop that process, or choose another port.");
        }
    }

    @Test
    void saysWhyItDoesNotStartOnDamagedData() throws Exception {
        DatabaseSettings settings = settings();
        Path version = settings.data().resolve("PG_VERSION");
        String right = Files.readString(version);
        Files.writeString(version, "12\n");

        try {
            assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage(
                            "PostgreSQL did not start in %s: database files are incompatible with server (more in %s)."
                                    .formatted(settings.data(), settings.log()));
        } finally {
            Files.writeString(version, right);
        }
    }

    private static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }
}
