package org.commitcast.feed.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.commitcast.localstack.LocalBackends;
import org.commitcast.localstack.database.DatabaseAccess;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** A database that a version has filled which knew feeds alone. */
class DocumentsMigrationTest {
    /** Not this service's: nothing else in these tests uses it. */
    private final DatabaseAccess database = LocalBackends.database("notify");

    @Test
    void keepsTheFeedsUnderTheirFiles() throws SQLException {
        migrations().target("3").load().migrate();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into feed_document (site, feed, format, incarnation, standing, renderer, through, etag,
                                               last_modified, date_decides, body, manifest, revision, version)
                    select 'harbour', 'podcast', format, 'life', 'SERVED', 1, 9, '"e"', now(), true, '\\x00', '', 3, 7
                    from unnest (array ['RSS', 'ATOM', 'JSON']) as format""");

            migrations().load().migrate();

            assertThat(rows(statement))
                    .isEqualTo(
                            """
                            podcast.atom ATOM FEED podcast 7
                            podcast.json JSON_FEED FEED podcast 7
                            podcast.rss RSS FEED podcast 7
                            """);
        }
    }

    private FluentConfiguration migrations() {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("db/event-transport", "db/migration");
    }

    private static String rows(Statement statement) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (ResultSet row = statement.executeQuery(
                "select concat_ws(' ', file, type, role, feed, version) from feed_document order by file")) {
            while (row.next()) {
                rows.append(row.getString(1)).append('\n');
            }
        }
        return rows.toString();
    }
}
