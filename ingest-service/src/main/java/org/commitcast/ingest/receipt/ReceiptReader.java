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
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.Topic;
import org.commitcast.ingest.inbox.Inbox;
import org.commitcast.ingest.receipt.ReceiptView.Announced;
import org.commitcast.ingest.receipt.ReceiptView.At;
import org.commitcast.ingest.receipt.ReceiptView.Discussed;
import org.commitcast.ingest.receipt.ReceiptView.InFeed;
import org.commitcast.ingest.receipt.ReceiptView.ItemView;
import org.commitcast.ingest.receipt.ReceiptView.Stages;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** Puts receipts together: what was written when a commit was processed, and what others have told since. */
@ApplicationScoped
class ReceiptReader {
    private static final String RECEIPT =
            "select head, processed_at, findings, page from receipt where site = ? and incarnation = ? and commit_sha = ?";
    private static final String ITEMS = "select content_id, change, kind, path, previous_path, guid, title, url, quiet,"
            + " sequence, in_feed_at, feeds from receipt_item where site = ? and incarnation = ? and commit_sha = ?"
            + " order by path, content_id";

    private final AgroalDataSource database;
    private final Followed followed;
    private final Inbox inbox;
    private final ReceiptPages pages;
    private final FindingLog log;

    ReceiptReader(AgroalDataSource database, Followed followed, Inbox inbox, ReceiptPages pages, FindingLog log) {
        this.log = log;
        this.pages = pages;
        this.database = database;
        this.followed = followed;
        this.inbox = inbox;
    }

    /** A commit's receipt as it is now; nothing where nobody has heard of the commit. */
    Optional<ReceiptView> find(String site, String incarnation, String commit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(RECEIPT)) {
            key(select, site, incarnation, commit);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return inbox.toldOf(site, commit)
                            ? Optional.of(ReceiptView.received(site, commit))
                            : Optional.empty();
                }
                Instant at = row.getTimestamp(2).toInstant();
                var items = items(connection, site, incarnation, commit, at);
                List<FindingView> findings =
                        new ArrayList<>(List.of(StoredJson.read(row.getString(3), FindingView[].class)));
                findings.addAll(log.ofProbes(site, incarnation, commit));
                URI page = Optional.ofNullable(row.getString(4)).map(pages::url).orElse(null);
                return Optional.of(
                        new ReceiptView(site, commit, "processed", at, row.getString(1), page, items, findings));
            }
        }
    }

    private static void key(PreparedStatement select, String site, String incarnation, String commit)
            throws SQLException {
        select.setString(1, site);
        select.setString(2, incarnation);
        select.setString(3, commit);
    }

    private List<ItemView> items(Connection connection, String site, String incarnation, String commit, Instant at)
            throws SQLException {
        List<ItemView> items = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ITEMS)) {
            key(select, site, incarnation, commit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    items.add(item(row, at));
                }
            }
        }
        return items;
    }

    private ItemView item(ResultSet row, Instant at) throws SQLException {
        String id = row.getString(1);
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
                stages(id, at, row.getLong(10) > 0, inFeed(row)));
    }

    private static @Nullable InFeed inFeed(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp(11);
        return at == null
                ? null
                : new InFeed(at.toInstant(), List.of(StoredJson.read(row.getString(12), String[].class)));
    }

    private Stages stages(String item, Instant parsed, boolean out, @Nullable InFeed inFeed) throws SQLException {
        var announcements = followed.of(item, Topic.ANNOUNCEMENTS, AnnouncementState.class);
        At live = announcements.stream()
                .map(AnnouncementState::pageLiveAt)
                .filter(java.util.Objects::nonNull)
                .min(Instant::compareTo)
                .map(At::new)
                .orElse(null);
        var announced = announcements.stream().map(ReceiptReader::announced).toList();
        var discussed = followed.of(item, Topic.DISCUSSIONS, DiscussionState.class).stream()
                .flatMap(state -> state.threads().stream())
                .filter(DiscussionThread::primary)
                .map(thread -> new Discussed(thread.platform(), thread.url()))
                .toList();
        return new Stages(new At(parsed), out, inFeed, live, announced, discussed);
    }

    private static Announced announced(AnnouncementState state) {
        return new Announced(
                state.channel(),
                state.status().name(),
                state.occurredAt(),
                state.remoteUrl(),
                state.waitingFor(),
                state.error());
    }
}
