package org.commitcast.ingest.receipt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.contentevents.Kind;
import org.commitcast.ingest.storage.StoredJson;

/** Receipts as they are written, in the transaction that publishes what they tell of. */
@ApplicationScoped
public class Receipts {
    private static final String PUT =
            "insert into receipt (site, incarnation, commit_sha, head, processed_at, findings, page)"
                    + " values (?, ?, ?, ?, ?, ?, ?) on conflict (site, incarnation, commit_sha)"
                    + " do update set head = excluded.head, processed_at = excluded.processed_at,"
                    + " findings = excluded.findings";
    private static final String PUT_ITEM =
            "insert into receipt_item (site, incarnation, commit_sha, content_id, change,"
                    + " kind, path, previous_path, guid, title, url, quiet, published, sequence)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (site, incarnation, commit_sha, content_id) do update set change = excluded.change,"
                    + " sequence = excluded.sequence, published = excluded.published, quiet = excluded.quiet,"
                    + " in_feed_at = null";
    private static final String NOW_OUT = "update receipt_item set sequence = ?, published = true, quiet = ?, guid = ?,"
            + " url = ? where content_id = ? and sequence = 0 and change <> 'removed'";

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
                put.setString(
                        6,
                        StoredJson.write(
                                entry.findings().stream().map(FindingView::of).toList()));
                put.setString(7, ReceiptPages.freshToken());
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
        }
        if (!entries.isEmpty()) {
            changed.fire(new ReceiptsChanged(
                    site,
                    incarnation,
                    entries.stream().map(ReceiptEntry::commit).toList()));
        }
    }

    private static void fill(PreparedStatement put, ItemEntry item) throws SQLException {
        Kind kind = item.kind();
        put.setString(4, item.contentId());
        put.setString(5, item.change());
        put.setString(6, kind == null ? null : kind.name());
        put.setString(7, item.path());
        put.setString(8, item.previousPath());
        put.setString(9, item.guid());
        put.setString(10, item.title());
        put.setString(11, item.url());
        put.setBoolean(12, item.quiet());
        put.setBoolean(13, item.published());
        put.setLong(14, item.sequence());
    }

    /** An item that waited when its commits were processed is out now. */
    public void out(String site, String incarnation, List<ItemEntry> items) throws SQLException {
        List<String> ids = items.stream().map(ItemEntry::contentId).toList();
        List<String> waiting = waiting(site, incarnation, ids);
        if (waiting.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(NOW_OUT)) {
            for (ItemEntry item : items) {
                update.setLong(1, item.sequence());
                update.setBoolean(2, item.quiet());
                update.setString(3, item.guid());
                update.setString(4, item.url());
                update.setString(5, item.contentId());
                update.addBatch();
            }
            update.executeBatch();
        }
        changed.fire(new ReceiptsChanged(site, incarnation, waiting));
    }

    /** The commits in whose receipts some of the items are not out yet. */
    private List<String> waiting(String site, String incarnation, List<String> items) throws SQLException {
        String sql = "select distinct commit_sha from receipt_item where site = ? and incarnation = ?"
                + " and sequence = 0 and change <> 'removed' and content_id = any(?)";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            select.setString(2, incarnation);
            select.setArray(3, connection.createArrayOf("text", items.toArray()));
            List<String> commits = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    commits.add(rows.getString(1));
                }
            }
            return commits;
        }
    }
}
