package org.commitcast.ingest.receipt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.AnnouncementState;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.Topic;
import org.commitcast.ingest.inbox.Inbox;
import org.commitcast.ingest.receipt.ReceiptView.At;
import org.commitcast.ingest.receipt.ReceiptView.Hosted;
import org.commitcast.ingest.receipt.ReceiptView.Imported;
import org.commitcast.ingest.receipt.ReceiptView.InFeed;
import org.commitcast.ingest.receipt.ReceiptView.ItemView;
import org.commitcast.ingest.receipt.ReceiptView.LeftOut;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** Puts receipts together: what was written when a commit was processed, and what others have told since. */
@ApplicationScoped
class ReceiptReader {
    private static final String RECEIPT =
            "select r.head, r.processed_at, r.findings, r.page, r.imported, r.in_feed_at, s.definition,"
                    + " exists (select 1 from hosting h where h.site = r.site),"
                    + " exists (select 1 from hosting_commit c where c.site = r.site and c.incarnation = r.incarnation"
                    + " and c.commit_sha = r.commit_sha) from receipt r"
                    + " join site s on s.name = r.site where r.site = ? and r.incarnation = ? and r.commit_sha = ?";
    private static final String ITEMS = "select content_id, change, kind, path, previous_path, guid, title, url, quiet,"
            + " outcome, due_at, sequence, in_feed_at, feeds, hosted_at, hosted_branch, hosted_commit, differences, left_out from receipt_item where site = ? and incarnation = ? and commit_sha = ?"
            + " order by path, content_id";

    private final AgroalDataSource database;
    private final Followed followed;
    private final Inbox inbox;
    private final ReceiptPages pages;
    private final FindingLog log;
    private final WrittenLinks links;

    ReceiptReader(
            AgroalDataSource database,
            Followed followed,
            Inbox inbox,
            ReceiptPages pages,
            FindingLog log,
            WrittenLinks links) {
        this.links = links;
        this.log = log;
        this.pages = pages;
        this.database = database;
        this.followed = followed;
        this.inbox = inbox;
    }

    /**
     * A commit's receipt as it is now; nothing where nobody has heard of the commit. One connection at a time: many may
     * wait for receipts, and each that held one while it wants another would leave none for anybody.
     */
    Optional<ReceiptView> find(String site, String incarnation, String commit) throws SQLException {
        var key = new CommitKey(site, incarnation, commit);
        Optional<Row> found = row(key);
        if (found.isEmpty() && inbox.toldOf(site, commit)) {
            if (inbox.isAwaiting(site, commit)) {
                return Optional.of(ReceiptView.received(site, commit));
            }
            // The receipt may have been written since; if it was not, it is not going to be.
            found = row(key);
            if (found.isEmpty()) {
                return Optional.of(ReceiptView.elsewhere(site, commit));
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Row row = found.get();
        List<FindingView> findings = new ArrayList<>(List.of(StoredJson.read(row.findings(), FindingView[].class)));
        findings.addAll(log.ofProbes(site, incarnation, commit));
        List<ItemView> items = items(key, row.at());
        if (row.hosted() && items.stream().anyMatch(ItemView::awaitsHosting)) {
            findings.addAll(log.ofHosting(site, incarnation));
        }
        URI page = Optional.ofNullable(row.page()).map(pages::url).orElse(null);
        return Optional.of(new ReceiptView(
                site,
                commit,
                "processed",
                row.at(),
                row.head(),
                page,
                items,
                row.looksAtPages(),
                row.hosted() ? true : null,
                row.own() ? "feeds" : null,
                row.imported(),
                findings));
    }

    private record Row(
            String head,
            Instant at,
            String findings,
            @Nullable String page,
            @Nullable Imported imported,
            boolean looksAtPages,
            boolean hosted,
            boolean own) {
        static Row of(ResultSet row) throws SQLException {
            String counts = row.getString(5);
            return new Row(
                    row.getString(1),
                    row.getTimestamp(2).toInstant(),
                    row.getString(3),
                    row.getString(4),
                    counts == null ? null : imported(counts, row.getTimestamp(6)),
                    StoredJson.read(row.getString(7), SiteDefinition.class).gatePage(),
                    row.getBoolean(8),
                    row.getBoolean(9));
        }

        private static Imported imported(String counts, @Nullable Timestamp inFeed) {
            var entry = StoredJson.read(counts, ImportedEntry.class);
            return new Imported(
                    entry.items(),
                    entry.held(),
                    entry.waiting(),
                    entry.hidden(),
                    entry.errors(),
                    entry.warnings(),
                    inFeed == null ? null : new At(inFeed.toInstant()));
        }
    }

    private Optional<Row> row(CommitKey key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(RECEIPT)) {
            key.fill(select);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Row.of(row)) : Optional.empty();
            }
        }
    }

    private List<ItemView> items(CommitKey key, Instant at) throws SQLException {
        var told = new Told(
                followed.ofCommit(key, Topic.ANNOUNCEMENTS, AnnouncementState.class),
                followed.ofCommit(key, Topic.DISCUSSIONS, DiscussionState.class),
                links.ofCommit(key));
        List<ItemView> items = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ITEMS)) {
            key.fill(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    items.add(item(row, at, told));
                }
            }
        }
        return items;
    }

    private static ItemView item(ResultSet row, Instant at, Told told) throws SQLException {
        String id = row.getString(1);
        Timestamp due = row.getTimestamp(11);
        return new ItemView(
                id,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBoolean(9),
                row.getString(10),
                due == null ? null : due.toInstant(),
                told.stages(id, at, row.getLong(12) > 0, inFeed(row), leftOut(row)));
    }

    private static @Nullable InFeed inFeed(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp(13);
        List<String> changed = List.of(StoredJson.read(row.getString(18), String[].class));
        return at == null
                ? null
                : new InFeed(
                        at.toInstant(),
                        List.of(StoredJson.read(row.getString(14), String[].class)),
                        changed.isEmpty() ? null : changed,
                        hosted(row));
    }

    private static @Nullable LeftOut leftOut(ResultSet row) throws SQLException {
        String error = row.getString(19);
        return error == null ? null : new LeftOut(error);
    }

    private static @Nullable Hosted hosted(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp(15);
        return at == null ? null : new Hosted(at.toInstant(), row.getString(16), row.getString(17));
    }
}
