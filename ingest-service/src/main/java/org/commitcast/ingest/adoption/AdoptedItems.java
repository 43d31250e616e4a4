package org.commitcast.ingest.adoption;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.contentreading.adoption.AdoptedItem;
import org.commitcast.ingest.publishing.SiteAtWork;
import org.commitcast.ingest.site.SiteRemoved;

/** The items of adopted feeds, kept because a document may turn out to be one of them long after the import. */
@ApplicationScoped
class AdoptedItems {
    private final AgroalDataSource database;

    AdoptedItems(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes the place of those that an earlier try found. */
    @Transactional(rollbackOn = Exception.class)
    void replace(SiteAtWork site, List<AdoptedItem> items) throws SQLException {
        forget(site.name());
        String put = "insert into adopted_item (site, incarnation, place, guid, enclosure, link, title)"
                + " values (?, ?, ?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(put)) {
            int place = 0;
            for (AdoptedItem item : items) {
                insert.setString(1, site.name());
                insert.setString(2, site.incarnation());
                insert.setInt(3, place++);
                insert.setString(4, item.guid());
                insert.setString(5, item.enclosure());
                insert.setString(6, item.link());
                insert.setString(7, item.title());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Those that no item has the guid of. */
    List<AdoptedItem> open(SiteAtWork site) throws SQLException {
        String sql = "select a.guid, a.enclosure, a.link, a.title from adopted_item a"
                + " where a.site = ? and a.incarnation = ? and not exists (select 1 from item i"
                + " where i.site = a.site and i.incarnation = a.incarnation and i.guid = a.guid) order by a.place";
        List<AdoptedItem> open = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site.name());
            select.setString(2, site.incarnation());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    open.add(new AdoptedItem(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
                }
            }
        }
        return open;
    }

    void removed(@Observes SiteRemoved removal) throws SQLException {
        forget(removal.site().name());
    }

    private void forget(String site) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from adopted_item where site = ?")) {
            delete.setString(1, site);
            delete.executeUpdate();
        }
    }
}
