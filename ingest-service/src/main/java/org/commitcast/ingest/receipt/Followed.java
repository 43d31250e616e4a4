package org.commitcast.ingest.receipt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
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
import java.util.function.Function;
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
    private static final String IN_FEED =
            "update receipt_item set in_feed_at = ?, feeds = ?, left_out = null where site = ?"
                    + " and incarnation = ? and sequence > 0 and sequence <= ? and in_feed_at is null and kind = any(?)"
                    + " and not (content_id = any(?)) returning commit_sha";
    private static final String LEFT_OUT = "update receipt_item r set left_out = f.reason"
            + " from unnest (?::text[], ?::text[]) as f (content_id, reason) where r.site = ? and r.incarnation = ?"
            + " and r.content_id = f.content_id and r.sequence > 0 and r.sequence <= ? and r.in_feed_at is null"
            + " and r.left_out is distinct from f.reason returning r.commit_sha";
    /** Of several feeds that carry the item, the one that says most: some leave out texts. */
    private static final String DIFFERENT = "update receipt_item r set differences = d.fields"
            + " from unnest (?::text[], ?::text[]) as d (content_id, fields) where r.site = ? and r.incarnation = ?"
            + " and r.content_id = d.content_id and r.sequence > ? and r.sequence <= ?"
            + " and length(d.fields) > length(r.differences) returning r.commit_sha";

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

    /** Up to which of the site's sequences the feed was last told of; 0 where it never was. */
    long through(FeedState feed) throws SQLException {
        String sql = "select (state::json ->> 'through')::bigint from followed where topic = ? and record_key = ?"
                + " and incarnation = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, feed.topic().name());
            select.setString(2, feed.key());
            select.setString(3, feed.incarnation());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /**
     * Marks what a feed carries now; returns the commits whose receipts say something else by that.
     *
     * @param since the sequence up to which it was told of before
     */
    Set<String> inFeed(FeedState feed, long since) throws SQLException {
        FeedState.Live live = feed.live();
        try (Connection connection = database.getConnection();
                PreparedStatement baseline = connection.prepareStatement(BASELINE_IN_FEED);
                PreparedStatement update = connection.prepareStatement(IN_FEED);
                PreparedStatement leftOut = connection.prepareStatement(LEFT_OUT);
                PreparedStatement different = connection.prepareStatement(DIFFERENT)) {
            Set<String> commits = new TreeSet<>();
            baseline.setTimestamp(1, Timestamp.from(feed.occurredAt()));
            baseline.setString(2, feed.site());
            baseline.setString(3, feed.incarnation());
            baseline.setLong(4, feed.through());
            add(baseline, commits);
            update.setTimestamp(1, Timestamp.from(feed.occurredAt()));
            update.setString(2, StoredJson.write(List.of(live == null ? feed.url() : live.url())));
            update.setString(3, feed.site());
            update.setString(4, feed.incarnation());
            update.setLong(5, feed.through());
            update.setArray(
                    6,
                    connection.createArrayOf(
                            "text", feed.kinds().stream().map(Enum::name).toArray()));
            update.setArray(7, texts(connection, feed.failed(), FeedState.Failure::contentId));
            add(update, commits);
            leftOut.setArray(1, texts(connection, leftOutOf(feed), FeedState.Failure::contentId));
            leftOut.setArray(2, texts(connection, leftOutOf(feed), FeedState.Failure::reason));
            leftOut.setString(3, feed.site());
            leftOut.setString(4, feed.incarnation());
            leftOut.setLong(5, feed.through());
            add(leftOut, commits);
            different.setArray(1, texts(connection, feed.differences(), FeedState.Difference::contentId));
            different.setArray(
                    2, texts(connection, feed.differences(), difference -> StoredJson.write(difference.fields())));
            different.setString(3, feed.site());
            different.setString(4, feed.incarnation());
            different.setLong(5, since);
            different.setLong(6, feed.through());
            add(different, commits);
            return commits;
        }
    }

    /** What somebody else's feed lacks is only not in it yet. */
    private static List<FeedState.Failure> leftOutOf(FeedState feed) {
        return feed.live() == null ? feed.failed() : List.of();
    }

    private static <T> Array texts(Connection connection, List<T> told, Function<T, String> text) throws SQLException {
        return connection.createArrayOf("text", told.stream().map(text).toArray());
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
