package org.commitcast.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feedrendering.FailedItem;
import org.commitcast.feedrendering.RenderedItem;

/** A feed's share of its site's items. */
@ApplicationScoped
public class FeedEntries {
    private static final String OF_KINDS = " from entry where site = ? and incarnation = ? and kind = any (?)";
    private static final String OF_FEED = OF_KINDS
            + " and (cardinality(?::text[]) = 0 or collection = any (?)) and (cardinality(?::text[]) = 0 or tags && ?)";

    /** Rows at a time; each holds a whole document, of up to a megabyte. */
    private static final int FETCHED = 16;

    private final DataSource dataSource;

    FeedEntries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Makes something of items that are read while it goes through them. */
    @FunctionalInterface
    public interface Use<T> {
        T of(Iterator<RenderedItem> items) throws IOException;
    }

    /**
     * The published items that could be rendered, newest first, no more than the feed is to have. Only few of them are
     * in memory at a time. Must be called in a transaction: without one, drivers fetch everything at once.
     */
    public <T> T rendered(SiteState site, FeedDefinition feed, ItemForm form, Use<T> use) throws IOException {
        Integer limit = feed.limit();
        String sql = "select content_id, date, " + form.column() + OF_FEED + " and published and " + form.column()
                + " is not null"
                + " order by date desc, content_id collate \"C\"" + (limit == null ? "" : " limit " + limit);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            choose(connection, select, site, feed);
            select.setFetchSize(FETCHED);
            try (ResultSet rows = select.executeQuery()) {
                return use.of(new RenderedRows(rows));
            }
        } catch (SQLException e) {
            throw new StoreException("items of a feed could not be read", e);
        }
    }

    /** The published items that could not; of very many the newest, which announcements still wait for. */
    public List<FailedItem> failed(SiteState site, FeedDefinition feed) {
        String newest = "select content_id, failure" + OF_FEED
                + " and published and failure is not null order by sequence desc limit " + FeedState.MOST_LISTED;
        String sql = "select content_id, failure from (" + newest + ") as newest order by content_id collate \"C\"";
        return select(sql, site, feed, row -> new FailedItem(row.getString(1), row.getString(2)));
    }

    /** Whether the feed ever had an item. */
    public boolean everHadOne(SiteState site, FeedDefinition feed) {
        return !select("select 1" + OF_FEED + " limit 1", site, feed, row -> true)
                .isEmpty();
    }

    /**
     * The greatest time of all that the feed is made of: its items, also those that were withdrawn or lost their tags,
     * their discussions and transcripts, its site.
     */
    public Instant lastModified(SiteState site, FeedDefinition feed) {
        String sql = "select max(occurred_at) from (select occurred_at" + OF_KINDS
                + " union all select d.occurred_at from discussion d"
                + " join entry e using (site, incarnation, content_id)"
                + " where d.site = ? and d.incarnation = ? and e.kind = any (?)"
                + " union all select t.occurred_at from item_source s join transcript t on t.site = s.site"
                + " and t.incarnation = s.incarnation and t.content_id = s.transcript"
                + " where s.site = ? and s.incarnation = ? and 'EPISODE' = any (?)) as times";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            fill(connection, select, 1, site, feed);
            fill(connection, select, 4, site, feed);
            fill(connection, select, 7, site, feed);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                OffsetDateTime latest = row.getObject(1, OffsetDateTime.class);
                return latest == null || site.occurredAt().isAfter(latest.toInstant())
                        ? site.occurredAt()
                        : latest.toInstant();
            }
        } catch (SQLException e) {
            throw new StoreException("times of items could not be read", e);
        }
    }

    private <T> List<T> select(String sql, SiteState site, FeedDefinition feed, Row<T> reader) {
        List<T> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            choose(connection, select, site, feed);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new StoreException("items of a feed could not be read", e);
        }
    }

    private static void choose(Connection connection, PreparedStatement select, SiteState site, FeedDefinition feed)
            throws SQLException {
        fill(connection, select, 1, site, feed);
        Array collections = connection.createArrayOf(
                "text", Labels.collections(feed.collections()).toArray());
        Array tags = connection.createArrayOf("text", Labels.tags(feed.tags()).toArray());
        select.setArray(4, collections);
        select.setArray(5, collections);
        select.setArray(6, tags);
        select.setArray(7, tags);
    }

    private static void fill(
            Connection connection, PreparedStatement select, int first, SiteState site, FeedDefinition feed)
            throws SQLException {
        select.setString(first, site.site());
        select.setString(first + 1, site.incarnation());
        select.setArray(
                first + 2,
                connection.createArrayOf(
                        "text", feed.kinds().stream().map(Enum::name).toArray()));
    }
}
