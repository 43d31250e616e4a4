package org.commitcast.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Items that feeds leave out because they cannot be rendered. */
@ApplicationScoped
public class LeftOutItems {
    private final DataSource dataSource;

    LeftOutItems(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Some of the sites that have such items, each with their number and one of the reasons, for people. */
    public List<String> named(int most) {
        String sql = "select site, count(*), min(failure) from entry where failure is not null and published"
                + " group by site order by site limit ?";
        List<String> sites = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sites.add(row.getString(1) + ": " + row.getLong(2) + " (" + row.getString(3) + ")");
                }
            }
            return sites;
        } catch (SQLException e) {
            throw new StoreException("items that feeds leave out could not be read", e);
        }
    }
}
