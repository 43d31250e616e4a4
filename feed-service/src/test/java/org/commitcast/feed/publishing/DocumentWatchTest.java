package org.commitcast.feed.publishing;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.commitcast.feed.Backends;
import org.commitcast.feed.serving.Bodies;
import org.commitcast.feed.serving.DocumentBody;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.ServedDocument;
import org.commitcast.feed.serving.ServedDocuments;
import org.commitcast.feed.serving.Standing;
import org.junit.jupiter.api.Test;

/** Rows that another instance writes. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DocumentWatchTest {
    private static final DocumentBody BODY = Bodies.of("WEBVTT".getBytes(StandardCharsets.UTF_8));

    private final String site = "w" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    DataSource dataSource;

    @Inject
    ServedDocuments served;

    @Test
    void findsWhatIsCommittedAfterWhatWasBegunLater() throws SQLException {
        try (Connection slow = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            insert(slow, "items/slow/transcript.vtt", 1000);
            for (int number = 1; number <= 3; number++) {
                insert("items/fast-" + number + "/transcript.vtt", 1000 + number);
                awaitServed("items/fast-" + number + "/transcript.vtt");
            }

            slow.commit();

            awaitServed("items/slow/transcript.vtt");
        }
    }

    @Test
    void findsWhatIsNotServedAnyMore() throws SQLException {
        insert("items/i-1/transcript.vtt", 1000);
        awaitServed("items/i-1/transcript.vtt");

        String withdrawal = "update feed_document set standing = 'WITHDRAWN', body = null, etag = null,"
                + " version = version + 1 where site = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(withdrawal)) {
            update.setString(1, site);
            update.executeUpdate();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> standing("items/i-1/transcript.vtt") == Standing.WITHDRAWN);
    }

    private void awaitServed(String file) {
        await().atMost(Duration.ofSeconds(60)).until(() -> standing(file) == Standing.SERVED);
    }

    private Standing standing(String file) {
        return served.find(new DocumentKey(site, file))
                .map(ServedDocument::standing)
                .orElse(Standing.EMPTY);
    }

    private void insert(String file, long version) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            insert(connection, file, version);
        }
    }

    private void insert(Connection connection, String file, long version) throws SQLException {
        String sql =
                """
                insert into feed_document (site, file, type, role, incarnation, standing, renderer, through, etag,
                                           last_modified, date_decides, body, manifest, revision, version)
                values (?, ?, 'VTT', 'ITEM', 'life', 'SERVED', 1, 1, ?, now(), true, ?, '', 0, ?)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, site);
            insert.setString(2, file);
            insert.setString(3, BODY.etag());
            insert.setBytes(4, BODY.gzip());
            insert.setLong(5, version);
            insert.executeUpdate();
        }
    }
}
