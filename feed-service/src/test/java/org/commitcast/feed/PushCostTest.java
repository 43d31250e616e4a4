package org.commitcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.commitcast.contentevents.Event;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.commitcast.feed.publishing.Publisher;
import org.commitcast.feed.store.SiteStore;
import org.commitcast.feed.store.StateBatch;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one new item costs in feeds of several sizes, from the store to the documents; without Kafka. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@Tag("proof")
class PushCostTest {
    private static final Logger LOG = Logger.getLogger(PushCostTest.class);
    private static final int ROUNDS = 41;
    private static final int CHUNK = 500;

    @Inject
    SiteStore store;

    @Inject
    Publisher publisher;

    @Inject
    DataSource dataSource;

    @Test
    void hangsOnTheDocumentThatChangesAndNotOnTheFeed() throws SQLException {
        median(500);
        Duration small = median(1_000);
        Duration large = median(10_000);

        LOG.infof(
                "one new item in a feed of 1,000 items: %.1f ms; in one of 10,000: %.1f ms",
                small.toNanos() / 1e6, large.toNanos() / 1e6);
        // What does look at all items takes ten times as long.
        assertThat(large).isLessThan(small.multipliedBy(4));
    }

    private Duration median(int items) throws SQLException {
        Show show = new Show()
                .limitedTo(100)
                .withFeed(new FeedDefinition(
                        "show",
                        List.of(Kind.EPISODE),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        false,
                        100,
                        null,
                        false));
        for (int first = 1; first <= items; first += CHUNK) {
            take(IntStream.range(first, Math.min(first + CHUNK, items + 1))
                    .mapToObj(number -> (Event) show.episode(number).snapshot())
                    .toList());
        }
        take(List.of(show.imported(1, items)));
        long begun = System.nanoTime();
        publish(show);
        LOG.infof("a feed of %d items made anew: %.1f s", items, (System.nanoTime() - begun) / 1e9);
        execute("analyze");
        List<Duration> taken = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            take(List.of(show.episode(items + round).snapshot()));
            long written = newestVersion(show);
            long start = System.nanoTime();
            publish(show);
            taken.add(Duration.ofNanos(System.nanoTime() - start));
            boolean fillsAnArchive = (items + round) % 100 == 0;
            assertThat(writtenSince(show, written)).isEqualTo(fillsAnArchive ? 12 : 9);
        }
        return taken.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    }

    private void take(List<Event> events) {
        StateBatch batch = new StateBatch();
        events.forEach(event -> event.deliverTo(batch));
        QuarkusTransaction.requiringNew().run(() -> store.take(batch));
    }

    /** As a poll does it. */
    private void publish(Show show) {
        while (QuarkusTransaction.requiringNew().call(() -> publisher.renderAhead(show.site))) {
            // Until nothing is due.
        }
        QuarkusTransaction.requiringNew().run(() -> publisher.publish(show.site));
    }

    private long newestVersion(Show show) throws SQLException {
        return number("select max(version) from feed_document where site = ?", show, 0);
    }

    /** How many documents were written; those of the blog only go on. */
    private long writtenSince(Show show, long version) throws SQLException {
        return number("select count(*) from feed_document where site = ? and version > ?", show, version);
    }

    private long number(String sql, Show show, long parameter) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, show.site);
            if (select.getParameterMetaData().getParameterCount() > 1) {
                select.setLong(2, parameter);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
