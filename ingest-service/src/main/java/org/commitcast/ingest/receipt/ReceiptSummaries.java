package org.commitcast.ingest.receipt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commitcast.ingest.storage.StoredJson;

/** Counts what receipts say, in the database: an import's receipt may have thousands of items. */
@ApplicationScoped
public class ReceiptSummaries {
    private static final String RECEIPT =
            "select findings, imported, in_feed_at from receipt where site = ? and incarnation = ? and commit_sha = ?";
    private static final String ITEMS = "select count(*) filter (where published and outcome <> 'withdrawn'),"
            + " count(*) filter (where published and outcome = 'withdrawn'),"
            + " count(*) filter (where published and sequence > 0 and in_feed_at is null and left_out is null),"
            + " count(*) filter (where outcome = 'held'),"
            + " count(*) filter (where outcome = 'waiting' and due_at is not null),"
            + " count(*) filter (where outcome = 'waiting' and due_at is null),"
            + " count(*) filter (where outcome = 'hidden'),"
            + " count(*) filter (where in_feed_at is null and left_out is not null)"
            + " from receipt_item where site = ? and incarnation = ? and commit_sha = ?";

    private final AgroalDataSource database;
    private final FindingLog log;
    private final ReceiptPages pages;

    ReceiptSummaries(AgroalDataSource database, FindingLog log, ReceiptPages pages) {
        this.database = database;
        this.log = log;
        this.pages = pages;
    }

    /** Of a commit that was processed. */
    public Optional<ReceiptSummary> of(String site, String incarnation, String commit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement receipt = connection.prepareStatement(RECEIPT);
                PreparedStatement itemCounts = connection.prepareStatement(ITEMS)) {
            for (PreparedStatement statement : List.of(receipt, itemCounts)) {
                statement.setString(1, site);
                statement.setString(2, incarnation);
                statement.setString(3, commit);
            }
            try (ResultSet found = receipt.executeQuery();
                    ResultSet count = itemCounts.executeQuery()) {
                if (!found.next() || !count.next()) {
                    return Optional.empty();
                }
                var probed = log.ofProbes(site, incarnation, commit);
                var items = new ReceiptSummary.Items(
                        count.getInt(1),
                        count.getInt(2),
                        count.getInt(3),
                        count.getInt(4),
                        count.getInt(5),
                        count.getInt(6),
                        count.getInt(7));
                URI page = pages.of(site, incarnation, commit).orElse(null);
                String counts = found.getString(2);
                if (counts != null) {
                    var imported = StoredJson.read(counts, ImportedEntry.class);
                    return Optional.of(ReceiptSummary.ofBaseline(
                            imported, items, found.getTimestamp(3) != null, Problems.of(probed), page));
                }
                List<FindingView> findings =
                        new ArrayList<>(List.of(StoredJson.read(found.getString(1), FindingView[].class)));
                findings.addAll(probed);
                Problems problems = Problems.of(findings).andErrors(count.getInt(8));
                return Optional.of(ReceiptSummary.of(items, problems, page));
            }
        }
    }
}
