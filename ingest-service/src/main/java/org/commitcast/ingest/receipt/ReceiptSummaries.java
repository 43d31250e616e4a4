package org.commitcast.ingest.receipt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
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
            "select findings from receipt where site = ? and incarnation = ? and commit_sha = ?";
    private static final String ITEMS = "select count(*) filter (where r.published and r.change <> 'removed'),"
            + " count(*) filter (where r.published and r.change = 'removed'),"
            + " count(*) filter (where r.published and r.sequence > 0 and r.in_feed_at is null),"
            + " count(*) filter (where i.state = 'WAITING' and p.id is null and r.change <> 'removed'),"
            + " count(*) filter (where i.state = 'WAITING' and p.id is not null and r.change <> 'removed')"
            + " from receipt_item r left join item i on i.content_id = r.content_id"
            + " left join enclosure_probe p on p.site = i.site and p.incarnation = i.incarnation"
            + " and p.path = i.path and p.holds and p.state <> 'GOOD'"
            + " where r.site = ? and r.incarnation = ? and r.commit_sha = ?";

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
                PreparedStatement items = connection.prepareStatement(ITEMS)) {
            for (PreparedStatement statement : List.of(receipt, items)) {
                statement.setString(1, site);
                statement.setString(2, incarnation);
                statement.setString(3, commit);
            }
            try (ResultSet found = receipt.executeQuery();
                    ResultSet count = items.executeQuery()) {
                if (!found.next() || !count.next()) {
                    return Optional.empty();
                }
                List<FindingView> findings =
                        new ArrayList<>(List.of(StoredJson.read(found.getString(1), FindingView[].class)));
                findings.addAll(log.ofProbes(site, incarnation, commit));
                int errors = (int) findings.stream()
                        .filter(finding -> finding.severity().equals("error"))
                        .count();
                return Optional.of(new ReceiptSummary(
                        count.getInt(1),
                        count.getInt(2),
                        count.getInt(3),
                        count.getInt(4),
                        count.getInt(5),
                        errors,
                        findings.size() - errors,
                        pages.of(site, incarnation, commit).orElse(null)));
            }
        }
    }
}
