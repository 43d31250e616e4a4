package org.commitcast.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feedrendering.ItemElements;

/** Items of a site that are not in its feeds yet as they are now. */
@ApplicationScoped
public class Unpublished {
    private final DataSource dataSource;

    Unpublished(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Between which places of the site's feeds something is different.
     *
     * @param oldest the first date under which such an item was or is; milliseconds since 1970
     * @param newest the last one
     */
    public record Span(long oldest, long newest) {}

    /** Absent where nothing is. */
    public Optional<Span> span(SiteState site) {
        String sql = "select min(least(date, date_before)), max(greatest(date, date_before)) from entry"
                + " where site = ? and incarnation = ? and unpublished";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site.site());
            select.setString(2, site.incarnation());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long oldest = row.getLong(1);
                return row.wasNull() ? Optional.empty() : Optional.of(new Span(oldest, row.getLong(2)));
            }
        } catch (SQLException e) {
            throw new StoreException("items that changed could not be read", e);
        }
    }

    /** What about these items is different, by the names of elements; of those of which it is known. */
    public Map<String, List<String>> differences(SiteState site, List<String> items) {
        String sql = "select content_id, elements_before, elements from entry where site = ? and incarnation = ?"
                + " and content_id = any (?) and elements_before is not null and elements is not null";
        Map<String, List<String>> differences = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site.site());
            select.setString(2, site.incarnation());
            select.setArray(3, connection.createArrayOf("text", items.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ItemElements before = ItemElements.parse(row.getString(2));
                    differences.put(row.getString(1), before.differencesTo(ItemElements.parse(row.getString(3))));
                }
            }
            return differences;
        } catch (SQLException e) {
            throw new StoreException("items that changed could not be compared", e);
        }
    }

    /** All feeds of the site have taken in everything. */
    public void settle(SiteState site) {
        String sql = "update entry set unpublished = false, date_before = null, elements_before = null"
                + " where site = ? and incarnation = ? and unpublished";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, site.site());
            update.setString(2, site.incarnation());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("items could not be marked as published", e);
        }
    }
}
