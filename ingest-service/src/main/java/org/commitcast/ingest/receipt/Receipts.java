package org.commitcast.ingest.receipt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.Topic;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** Receipts as they are written, in the transaction that publishes what they tell of. */
@ApplicationScoped
public class Receipts {
    /** What is read again was processed when it was: what others said since is no older than it. */
    private static final String PUT =
            "insert into receipt (site, incarnation, commit_sha, head, processed_at, findings, page, imported,"
                    + " import_sequence) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (site, incarnation, commit_sha)"
                    + " do update set head = excluded.head, findings = excluded.findings,"
                    + " imported = coalesce(excluded.imported, receipt.imported),"
                    + " import_sequence = coalesce(excluded.import_sequence, receipt.import_sequence),"
                    + " in_feed_at = case when excluded.import_sequence > receipt.import_sequence then null"
                    + " else receipt.in_feed_at end";
    /** No feed tells again what it told before the receipt was one of an import. */
    private static final String TOLD_BEFORE = "update receipt r set in_feed_at = (select"
            + " min((f.state::json ->> 'occurredAt')::timestamptz) from followed f where f.topic = ? and f.site = r.site"
            + " and f.incarnation = r.incarnation and (f.state::json ->> 'through')::bigint >= r.import_sequence)"
            + " where r.site = ? and r.incarnation = ? and r.imported is not null and r.in_feed_at is null";

    private static final String PUT_ITEM =
            "insert into receipt_item (site, incarnation, commit_sha, content_id, change,"
                    + " kind, path, previous_path, guid, title, url, quiet, published, sequence, outcome, due_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (site, incarnation, commit_sha, content_id) do update set change = excluded.change,"
                    + " sequence = excluded.sequence, published = excluded.published, quiet = excluded.quiet,"
                    + " outcome = excluded.outcome, due_at = excluded.due_at, in_feed_at = null";
    private static final String FURTHER = "update receipt_item r set outcome = n.outcome, due_at = n.due_at,"
            + " sequence = n.sequence, published = n.published,"
            + " quiet = case when n.published then n.quiet else r.quiet end,"
            + " kind = coalesce(n.kind, r.kind), guid = coalesce(n.guid, r.guid), url = coalesce(n.url, r.url)"
            + " from unnest(?::text[], ?::text[], ?::timestamptz[], ?::bigint[], ?::boolean[], ?::boolean[], ?::text[],"
            + " ?::text[], ?::text[]) as n(content_id, outcome, due_at, sequence, published, quiet, kind, guid, url)"
            + " where r.site = ? and r.incarnation = ? and r.content_id = n.content_id and r.sequence = 0"
            + " and r.change <> 'removed' and r.outcome in ('held', 'waiting', 'hidden')"
            + " and (n.outcome, n.due_at) is distinct from (r.outcome, r.due_at) returning r.commit_sha";

    private final AgroalDataSource database;

    private final Event<ReceiptsChanged> changed;

    Receipts(AgroalDataSource database, Event<ReceiptsChanged> changed) {
        this.database = database;
        this.changed = changed;
    }

    /** Writes receipts. */
    public void write(String site, String incarnation, List<ReceiptEntry> entries) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement put = connection.prepareStatement(PUT);
                PreparedStatement putItem = connection.prepareStatement(PUT_ITEM)) {
            for (ReceiptEntry entry : entries) {
                put.setString(1, site);
                put.setString(2, incarnation);
                put.setString(3, entry.commit());
                put.setString(4, entry.head());
                put.setTimestamp(5, Timestamp.from(entry.at()));
                put.setString(6, StoredJson.write(entry.findings()));
                put.setString(7, ReceiptPages.freshToken());
                ImportedEntry imported = entry.imported();
                put.setString(8, imported == null ? null : StoredJson.write(imported));
                put.setObject(9, imported == null ? null : imported.sequence(), Types.BIGINT);
                put.addBatch();
                for (ItemEntry item : entry.items()) {
                    putItem.setString(1, site);
                    putItem.setString(2, incarnation);
                    putItem.setString(3, entry.commit());
                    fill(putItem, item);
                    putItem.addBatch();
                }
            }
            put.executeBatch();
            putItem.executeBatch();
            if (entries.stream().anyMatch(entry -> entry.imported() != null)) {
                toldBefore(connection, site, incarnation);
            }
        }
        if (!entries.isEmpty()) {
            changed.fire(new ReceiptsChanged(
                    site,
                    incarnation,
                    entries.stream().map(ReceiptEntry::commit).toList()));
        }
    }

    private static void toldBefore(Connection connection, String site, String incarnation) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TOLD_BEFORE)) {
            update.setString(1, Topic.FEEDS.name());
            update.setString(2, site);
            update.setString(3, incarnation);
            update.executeUpdate();
        }
    }

    private static void fill(PreparedStatement put, ItemEntry item) throws SQLException {
        put.setString(4, item.contentId());
        put.setString(5, item.change());
        put.setString(6, kind(item));
        put.setString(7, item.path());
        put.setString(8, item.previousPath());
        put.setString(9, item.guid());
        put.setString(10, item.title());
        put.setString(11, item.url());
        put.setBoolean(12, item.quiet());
        put.setBoolean(13, item.published());
        put.setLong(14, item.sequence());
        put.setString(15, item.outcome());
        put.setTimestamp(16, timestamp(item.due()));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    /** With its zone: in an array a timestamp would be read as of the machine's own. */
    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /** What became of items since, that did not go out with the commits before: the receipts of those tell it too. */
    public void further(String site, String incarnation, List<ItemEntry> items) throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        Set<String> commits = new TreeSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(FURTHER)) {
            update.setArray(1, array(connection, "text", items, ItemEntry::contentId));
            update.setArray(2, array(connection, "text", items, ItemEntry::outcome));
            update.setArray(3, array(connection, "timestamptz", items, item -> text(item.due())));
            update.setArray(4, array(connection, "bigint", items, ItemEntry::sequence));
            update.setArray(5, array(connection, "boolean", items, ItemEntry::published));
            update.setArray(6, array(connection, "boolean", items, ItemEntry::quiet));
            update.setArray(7, array(connection, "text", items, Receipts::kind));
            update.setArray(8, array(connection, "text", items, ItemEntry::guid));
            update.setArray(9, array(connection, "text", items, ItemEntry::url));
            update.setString(10, site);
            update.setString(11, incarnation);
            try (ResultSet rows = update.executeQuery()) {
                while (rows.next()) {
                    commits.add(rows.getString(1));
                }
            }
        }
        if (!commits.isEmpty()) {
            changed.fire(new ReceiptsChanged(site, incarnation, List.copyOf(commits)));
        }
    }

    private static @Nullable String kind(ItemEntry item) {
        Kind kind = item.kind();
        return kind == null ? null : kind.name();
    }

    private static Array array(
            Connection connection, String type, List<ItemEntry> items, Function<ItemEntry, @Nullable Object> field)
            throws SQLException {
        return connection.createArrayOf(type, items.stream().map(field).toArray());
    }

    /** In which files a receipt says that something is wrong; none where there is no such receipt. */
    public Set<String> pathsWithFindings(String site, String incarnation, String commit) throws SQLException {
        String sql = "select findings from receipt where site = ? and incarnation = ? and commit_sha = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            new CommitKey(site, incarnation, commit).fill(select);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Stream.of(StoredJson.read(row.getString(1), FindingView[].class))
                                .map(FindingView::path)
                                .collect(Collectors.toSet())
                        : Set.of();
            }
        }
    }
}
