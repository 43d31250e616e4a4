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
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feedrendering.FailedItem;
import org.commitcast.feedrendering.RenderedItem;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.paging.ListedItem;
import org.jspecify.annotations.Nullable;

/** A feed's share of its site's items. */
@ApplicationScoped
public class FeedEntries {
    private static final String OF_KINDS = " from entry where site = ? and incarnation = ? and kind = any (?)";
    private static final String OF_FEED = OF_KINDS
            + " and (cardinality(?::text[]) = 0 or collection = any (?)) and (cardinality(?::text[]) = 0 or tags && ?)";

    private static final String OUT = " and published and failure is null";

    /** What may stand between two items of a document, in bytes. */
    private static final int SEPARATOR = 2;

    /** Rows without texts at a time. */
    private static final int LISTED = 500;

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
     * Those of the feed's items that stand in a document, newest first. Only few of them are in memory at a time. Must be
     * called in a transaction: without one, drivers fetch everything at once.
     *
     * @param document the items, newest first, as they are listed
     */
    public <T> T rendered(SiteState site, FeedDefinition feed, ItemForm form, List<ListedItem> document, Use<T> use)
            throws IOException {
        if (document.isEmpty()) {
            return use.of(Collections.emptyIterator());
        }
        ListedItem newest = document.get(0);
        ListedItem oldest = document.get(document.size() - 1);
        String sql = "select content_id, date, " + form.column() + OF_FEED + OUT
                + " and date between ? and ? and (date > ? or content_id collate \"C\" <= ?)"
                + " and (date < ? or content_id collate \"C\" >= ?)"
                + " order by date desc, content_id collate \"C\"";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int next = choose(connection, select, site, feed);
            select.setLong(next, oldest.date());
            select.setLong(next + 1, newest.date());
            select.setLong(next + 2, oldest.date());
            select.setString(next + 3, oldest.contentId());
            select.setLong(next + 4, newest.date());
            select.setString(next + 5, newest.contentId());
            select.setFetchSize(FETCHED);
            try (ResultSet rows = select.executeQuery()) {
                return use.of(new RenderedRows(rows));
            }
        } catch (SQLException e) {
            throw new StoreException("items of a feed could not be read", e);
        }
    }

    /** So many of the feed's newest items, or all, without their texts; newest first. */
    public List<ListedItem> newest(SiteState site, FeedDefinition feed, @Nullable Integer most) {
        String sql = "select " + listed(feed) + OF_FEED + OUT + " order by date desc, content_id collate \"C\""
                + (most == null ? "" : " limit " + most);
        List<ListedItem> items = new ArrayList<>();
        list(sql, site, feed, null, items::add);
        return items;
    }

    /**
     * The feed's items behind that one, or all, without their texts, also those that were withdrawn or cannot be rendered;
     * oldest first. Must be called in a transaction.
     *
     * @param taker says whether it wants more
     */
    public void oldestFirst(SiteState site, FeedDefinition feed, @Nullable Behind behind, Predicate<ListedItem> taker) {
        String sql = "select " + listed(feed) + OF_FEED
                + (behind == null ? "" : " and date >= ? and (date > ? or content_id collate \"C\" < ?)")
                + " order by date, content_id collate \"C\" desc";
        list(sql, site, feed, behind, taker);
    }

    /** A place in a feed: behind an item with that date and id. */
    public record Behind(long date, String contentId) {}

    private void list(
            String sql, SiteState site, FeedDefinition feed, @Nullable Behind behind, Predicate<ListedItem> taker) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int next = choose(connection, select, site, feed);
            if (behind != null) {
                select.setLong(next, behind.date());
                select.setLong(next + 1, behind.date());
                select.setString(next + 2, behind.contentId());
            }
            select.setFetchSize(LISTED);
            try (ResultSet row = select.executeQuery()) {
                boolean goesOn = true;
                while (goesOn && row.next()) {
                    goesOn = taker.test(new ListedItem(
                            row.getString(1),
                            row.getBoolean(2),
                            row.getLong(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getInt(5),
                            row.getString(6),
                            row.getString(7)));
                }
            }
        } catch (SQLException e) {
            throw new StoreException("items of a feed could not be listed", e);
        }
    }

    /** The columns of a listed item. Its digests come with what stands between two items of a document. */
    private static String listed(FeedDefinition feed) {
        List<Integer> positions = Arrays.stream(FeedFormat.values())
                .map(format -> ItemForm.of(format, feed.summaryOnly()).position())
                .toList();
        String sizes = positions.stream().map(i -> "sizes[" + i + "]").collect(Collectors.joining(", "));
        String digests = positions.stream().map(i -> "digests[" + i + "]").collect(Collectors.joining(", "));
        int rss = ItemForm.of(FeedFormat.RSS, feed.summaryOnly()).position();
        return "content_id, published and failure is null, date, modified_at, greatest(" + sizes + ") + " + SEPARATOR
                + ", digests[" + rss + "], concat(" + digests + ")";
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
        String sql = "select max(latest.modified_at) from unnest(?::text[]) as k (kind), lateral (select modified_at"
                + " from entry e where e.site = ? and e.incarnation = ? and e.kind = k.kind"
                + " order by modified_at desc limit 1) as latest";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, kinds(connection, feed));
            select.setString(2, site.site());
            select.setString(3, site.incarnation());
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

    /** Says which parameter is next. */
    private static int choose(Connection connection, PreparedStatement select, SiteState site, FeedDefinition feed)
            throws SQLException {
        select.setString(1, site.site());
        select.setString(2, site.incarnation());
        select.setArray(3, kinds(connection, feed));
        Array collections = connection.createArrayOf(
                "text", Labels.collections(feed.collections()).toArray());
        Array tags = connection.createArrayOf("text", Labels.tags(feed.tags()).toArray());
        select.setArray(4, collections);
        select.setArray(5, collections);
        select.setArray(6, tags);
        select.setArray(7, tags);
        return 8;
    }

    private static Array kinds(Connection connection, FeedDefinition feed) throws SQLException {
        return connection.createArrayOf(
                "text", feed.kinds().stream().map(Enum::name).toArray());
    }
}
