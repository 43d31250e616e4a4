package org.commitcast.ingest.receipt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What became of discussions' links, read where they are kept. */
@ApplicationScoped
class WrittenLinks {
    private static final String OF_COMMIT =
            "select w.content_id, w.platform, w.url, w.state, w.commit_sha, w.reason, p.branch, p.url, p.state, p.because"
                    + " from receipt_item r join write_back w on w.content_id = r.content_id"
                    + " left join proposal p on p.id = w.proposal_id"
                    + " where r.site = ? and r.incarnation = ? and r.commit_sha = ?";

    private final AgroalDataSource database;

    WrittenLinks(AgroalDataSource database) {
        this.database = database;
    }

    /** Those of all items in a commit's receipt, by {@link #key}. */
    Map<String, WrittenBack> ofCommit(CommitKey commit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_COMMIT)) {
            commit.fill(select);
            Map<String, WrittenBack> links = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    links.put(key(row.getString(1), row.getString(2), row.getString(3)), link(row));
                }
            }
            return links;
        }
    }

    static String key(String item, String platform, String url) {
        return item + " " + platform + " " + url;
    }

    private static WrittenBack link(ResultSet row) throws SQLException {
        String how = row.getString(4).toLowerCase(Locale.ROOT);
        String state = row.getString(9);
        String reason = row.getString(6);
        return new WrittenBack(
                how,
                row.getString(5),
                row.getString(7),
                row.getString(8),
                state == null ? null : state.toLowerCase(Locale.ROOT),
                reason == null && how.equals("proposed") ? row.getString(10) : reason);
    }
}
