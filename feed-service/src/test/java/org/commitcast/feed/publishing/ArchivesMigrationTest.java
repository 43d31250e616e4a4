package org.commitcast.feed.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.localstack.LocalBackends;
import org.commitcast.localstack.database.DatabaseAccess;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database that a version has filled which knew no archives. */
class ArchivesMigrationTest {
    private static final String SERVED = "select concat_ws('|', file, standing, etag, renderer, version, revision,"
            + " last_modified at time zone 'UTC', encode(body, 'escape'), written_in) from feed_document order by file";

    /** Not this service's: nothing else in these tests uses it. */
    private final DatabaseAccess database = LocalBackends.database("ingest");

    @Test
    void leavesWhatIsServedAndRemembersWhatItLists() throws SQLException {
        migrateTo("6");
        execute(
                """
                insert into feed_document (site, file, feed, role, type, incarnation, standing, url, renderer, through, etag,
                        last_modified, date_decides, body, manifest, revision, version)
                    values ('show', 'podcast.rss', 'podcast', 'FEED', 'RSS', 'one', 'SERVED', 'https://f.example/p.rss', 4, 3,
                            '"a"', '2025-03-04T12:00:00Z', true, 'rss', '0123456789abcdef one', 3, 17),
                        ('show', 'podcast.atom', 'podcast', 'FEED', 'ATOM', 'one', 'SERVED', 'https://f.example/p.atom', 4,
                            3, '"b"', '2025-03-04T12:00:00Z', true, 'atom', '', 0, 18),
                        ('show', 'blog.rss', 'blog', 'FEED', 'RSS', 'one', 'EMPTY', null, 4, 3, null,
                            '2025-03-04T12:00:00Z', true, null, '', 1, 19);
                insert into entry (site, incarnation, content_id, revision, sequence, batch_ends, published, kind, date,
                        occurred_at, snapshot, renderer, xml)
                    values ('show', 'one', 'plain', 1, 1, true, true, 'EPISODE', 0, '2025-03-01T12:00:00Z', '', 4, '<item/>'),
                        ('show', 'one', 'said', 1, 2, true, true, 'EPISODE', 1, '2025-03-01T12:00:00Z', '', 4, '<item/>'),
                        ('show', 'one', 'talked', 1, 3, true, true, 'EPISODE', 2, '2025-03-01T12:00:00Z', '', 4, '<item/>');
                insert into discussion values ('show', 'one', 'talked', 1, '2025-03-02T12:00:00Z', '');
                insert into transcript values ('show', 'one', 'words', 1, '2025-03-03T12:00:00Z', '');
                insert into item_source values ('show', 'one', 'said', 1, 'words', false);
                """);
        List<String> served = rows(SERVED);

        migrateTo("latest");

        assertThat(served).hasSize(3);
        assertThat(rows(SERVED)).isEqualTo(served);
        assertThat(
                        rows(
                                "select concat_ws('|', feed, number, incarnation, made_for, fingerprint, listing) from feed_page"))
                .containsExactly("podcast|0|one|||0123456789abcdef one");
        // What it is made of is known again when it is rendered; until then it stands.
        assertThat(rows("select concat_ws('|', content_id, renderer, unpublished, encode(xml, 'escape'),"
                        + " to_char(modified_at at time zone 'UTC', 'DD')) from entry order by content_id"))
                .containsExactly("plain|0|t|<item/>|01", "said|0|t|<item/>|03", "talked|0|t|<item/>|02");
        // As an instance of the version before does that still runs.
        execute("update feed_document set manifest = 'listed', version = 20 where file = 'podcast.rss'");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("db/event-transport", "db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
