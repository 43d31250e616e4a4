package org.commitcast.ingest.receipt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commitcast.contentevents.Event;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.Topic;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** What other services told last of our items. SQL, because a poll brings hundreds. */
@ApplicationScoped
class Followed {
    private static final String PUT =
            "insert into followed (topic, record_key, site, incarnation, content_id, revision,"
                    + " state) select ?, ?, ?, ?, ?, ?, ? where exists (select 1 from site s where s.name = ?"
                    + " and s.incarnation = ? and not s.removed)"
                    + " on conflict (topic, record_key) do update set incarnation = excluded.incarnation,"
                    + " revision = excluded.revision, state = excluded.state"
                    + " where followed.incarnation <> excluded.incarnation or followed.revision < excluded.revision";
    private static final String IN_FEED = "update receipt_item set in_feed_at = ?, feeds = ? where site = ?"
            + " and incarnation = ? and sequence > 0 and sequence <= ? and in_feed_at is null and kind = any(?)"
            + " and not (content_id = any(?)) returning commit_sha";
    private static final String BASELINE_IN_FEED = "update receipt set in_feed_at = ? where site = ?"
            + " and incarnation = ? and imported is not null and in_feed_at is null and import_sequence <= ?"
            + " returning commit_sha";

    private final AgroalDataSource database;

    Followed(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes in a state, unless a newer one is known or its site has another life by now; says whether it did. */
    boolean take(Event event, @Nullable String contentId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setString(1, event.topic().name());
            put.setString(2, event.key());
            put.setString(3, event.site());
            put.setString(4, event.incarnation());
            put.setString(5, contentId);
            put.setLong(6, event.revision());
            put.setString(7, StoredJson.write(event));
            put.setString(8, event.site());
            put.setString(9, event.incarnation());
            return put.executeUpdate() > 0;
        }
    }

    /** Marks what a feed carries now; returns the commits whose receipts say something else by that. */
    Set<String> inFeed(FeedState feed) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement baseline = connection.prepareStatement(BASELINE_IN_FEED);
                PreparedStatement update = connection.prepareStatement(IN_FEED)) {
            Set<String> commits = new TreeSet<>();
            baseline.setTimestamp(1, Timestamp.from(feed.occurredAt()));
            baseline.setString(2, feed.site());
            baseline.setString(3, feed.incarnation());
            baseline.setLong(4, feed.through());
            add(baseline, commits);
            update.setTimestamp(1, Timestamp.from(feed.occurredAt()));
            update.setString(2, StoredJson.write(List.of(feed.url())));
            update.setString(3, feed.site());
            update.setString(4, feed.incarnation());
            update.setLong(5, feed.through());
            update.setArray(
                    6,
                    connection.createArrayOf(
                            "text", feed.kinds().stream().map(Enum::name).toArray()));
            update.setArray(
                    7,
                    connection.createArrayOf(
                            "text",
                            feed.failed().stream()
                                    .map(FeedState.Failure::contentId)
                                    .toArray()));
            add(update, commits);
            return commits;
        }
    }

    private static void add(PreparedStatement update, Set<String> commits) throws SQLException {
        try (ResultSet rows = update.executeQuery()) {
            while (rows.next()) {
                commits.add(rows.getString(1));
            }
        }
    }

    /** The states on a topic of all items in a commit's receipt, by content id. */
    <T extends Event> Map<String, List<T>> ofCommit(CommitKey commit, Topic topic, Class<T> form) throws SQLException {
        String sql = "select f.content_id, f.state from receipt_item r join followed f on f.content_id = r.content_id"
                + " where r.site = ? and r.incarnation = ? and r.commit_sha = ? and f.topic = ? order by f.record_key";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            commit.fill(select);
            select.setString(4, topic.name());
            Map<String, List<T>> states = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    states.computeIfAbsent(rows.getString(1), id -> new ArrayList<>())
                            .add(StoredJson.read(rows.getString(2), form));
                }
            }
            return states;
        }
    }

    /** The states of a site on a topic. */
    <T extends Event> List<T> ofSite(String site, Topic topic, Class<T> form) throws SQLException {
        String sql = "select state from followed where site = ? and topic = ? order by record_key";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            select.setString(2, topic.name());
            List<T> states = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    states.add(StoredJson.read(rows.getString(1), form));
                }
            }
            return states;
        }
    }
}
