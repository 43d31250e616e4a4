package org.commitcast.ingest.site;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sites keep secret, sealed, each under its purpose. SQL, because each webhook asks for it. */
@ApplicationScoped
class SecretRows {
    private final AgroalDataSource database;

    SecretRows(AgroalDataSource database) {
        this.database = database;
    }

    /** All of a site, in the order of their purposes. */
    List<SecretRow> of(String site) {
        String sql = "select purpose, sealed, not_before, not_after from site_secret where site = ? order by purpose";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            List<SecretRow> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new SecretRow(row.getString(1), row.getBytes(2), instant(row, 3), instant(row, 4)));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the secrets of site " + site + " cannot be read", e);
        }
    }

    void put(String site, SecretRow secret) {
        String sql = "insert into site_secret (site, purpose, sealed, not_before, not_after) values (?, ?, ?, ?, ?)"
                + " on conflict (site, purpose) do update set sealed = excluded.sealed,"
                + " not_before = excluded.not_before, not_after = excluded.not_after";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, site);
            insert.setString(2, secret.purpose());
            insert.setBytes(3, secret.sealed());
            insert.setTimestamp(4, timestamp(secret.notBefore()));
            insert.setTimestamp(5, timestamp(secret.notAfter()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a secret of site " + site + " cannot be kept", e);
        }
    }

    void remove(String site, String purpose) {
        run("delete from site_secret where site = ? and purpose = ?", site, purpose);
    }

    void removeAll(String site) {
        run("delete from site_secret where site = ?", site);
    }

    private void run(String sql, String... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                delete.setString(i + 1, values[i]);
            }
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("secrets of site " + values[0] + " cannot be removed", e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
