package org.commitcast.ingest.receipt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.contentreading.finding.Finding;
import org.jspecify.annotations.Nullable;

/** What is wrong with a site now, file by file. SQL, because an import writes many at once. */
@ApplicationScoped
public class FindingLog {
    private static final String BY_READING = " and origin in ('READING', 'SHARED', 'ACROSS')";

    private final AgroalDataSource database;

    FindingLog(AgroalDataSource database) {
        this.database = database;
    }

    /** Who found it; each replaces its own only. */
    public enum Origin {
        READING,
        SHARED,
        ACROSS,
        PROBE,
        ADOPTION,
        WRITE_BACK,
        PROPOSAL,
        HOSTING
    }

    /** Replaces what was found in some files by what is found now, in the caller's transaction. */
    public void replace(String site, String incarnation, Origin origin, List<String> paths, List<Finding> now)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            String clear = "delete from finding where site = ? and incarnation = ? and origin = ? and path = any(?)";
            try (PreparedStatement delete = connection.prepareStatement(clear)) {
                delete.setString(1, site);
                delete.setString(2, incarnation);
                delete.setString(3, origin.name());
                delete.setArray(4, connection.createArrayOf("text", paths.toArray()));
                delete.executeUpdate();
            }
            insert(connection, site, incarnation, origin, now);
        }
    }

    /** Replaces all of one origin. */
    public void replaceAll(String site, String incarnation, Origin origin, List<Finding> now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            String clear = "delete from finding where site = ? and incarnation = ? and origin = ?";
            try (PreparedStatement delete = connection.prepareStatement(clear)) {
                delete.setString(1, site);
                delete.setString(2, incarnation);
                delete.setString(3, origin.name());
                delete.executeUpdate();
            }
            insert(connection, site, incarnation, origin, now);
        }
    }

    private static void insert(Connection connection, String site, String incarnation, Origin origin, List<Finding> now)
            throws SQLException {
        String put = "insert into finding (site, incarnation, origin, path, rule, severity, line, col, message)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(put)) {
            for (Finding finding : now) {
                insert.setString(1, site);
                insert.setString(2, incarnation);
                insert.setString(3, origin.name());
                insert.setString(4, finding.path());
                insert.setString(5, finding.rule());
                insert.setString(6, FindingView.of(finding).severity());
                insert.setInt(7, finding.line());
                insert.setInt(8, finding.column());
                insert.setString(9, finding.message());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What reading found in some files, errors first. */
    public List<FindingView> standing(String site, String incarnation, List<String> paths) throws SQLException {
        return paths.isEmpty() ? List.of() : read(site, incarnation, paths, Integer.MAX_VALUE);
    }

    /** What reading found in all files, errors first, at most so much. */
    public List<FindingView> standing(String site, String incarnation, int most) throws SQLException {
        return read(site, incarnation, null, most);
    }

    /** How many errors, or warnings, reading found in all files. */
    public int count(String site, String incarnation, String severity) throws SQLException {
        String sql = "select count(*) from finding where site = ? and incarnation = ? and severity = ?" + BY_READING;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            select.setString(2, incarnation);
            select.setString(3, severity);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private List<FindingView> read(String site, String incarnation, @Nullable List<String> paths, int most)
            throws SQLException {
        String sql = "select rule, severity, path, line, col, message from finding where site = ? and incarnation = ?"
                + BY_READING + (paths == null ? "" : " and path = any(?)") + " order by severity, path, id limit "
                + most;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            select.setString(2, incarnation);
            if (paths != null) {
                select.setArray(3, connection.createArrayOf("text", paths.toArray()));
            }
            return views(select);
        }
    }

    /** What looks at the audio found of the items that a commit was the last to change. */
    List<FindingView> ofProbes(String site, String incarnation, String commit) throws SQLException {
        String sql = "select f.rule, f.severity, f.path, f.line, f.col, f.message from finding f join item i"
                + " on i.site = f.site and i.incarnation = f.incarnation and i.path = f.path and i.present"
                + " where f.site = ? and f.incarnation = ? and f.origin = 'PROBE' and i.commit_sha = ?"
                + " order by f.path, f.id";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            select.setString(2, incarnation);
            select.setString(3, commit);
            return views(select);
        }
    }

    /** Why the site's feeds are not on the branch that they are committed to. */
    List<FindingView> ofHosting(String site, String incarnation) throws SQLException {
        String sql = "select rule, severity, path, line, col, message from finding where site = ? and incarnation = ?"
                + " and origin = 'HOSTING' order by path, id";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            select.setString(2, incarnation);
            return views(select);
        }
    }

    /** At most so many, from a place on. */
    FindingPage page(String site, String incarnation, FindingCursor after, int size) throws SQLException {
        String sql = "select rule, severity, path, line, col, message, id from finding where site = ?"
                + " and incarnation = ? and (path, line, id) > (?, ?, ?) order by path, line, id limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            select.setString(2, incarnation);
            select.setString(3, after.path());
            select.setInt(4, after.line());
            select.setLong(5, after.id());
            select.setInt(6, size);
            List<FindingView> findings = new ArrayList<>();
            FindingCursor last = after;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    findings.add(view(row));
                    last = new FindingCursor(row.getString(3), row.getInt(4), row.getLong(7));
                }
            }
            return new FindingPage(findings, findings.size() < size ? null : last.text());
        }
    }

    private static List<FindingView> views(PreparedStatement select) throws SQLException {
        List<FindingView> findings = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                findings.add(view(row));
            }
        }
        return findings;
    }

    private static FindingView view(ResultSet row) throws SQLException {
        return new FindingView(
                row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5), row.getString(6));
    }
}
