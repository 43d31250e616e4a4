package org.commitcast.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.feedrendering.FailedItem;
import org.commitcast.feedrendering.FeedComposer;
import org.commitcast.feedrendering.ItemOutcome;
import org.commitcast.feedrendering.ItemRenderer;
import org.commitcast.feedrendering.RenderedItem;
import org.jspecify.annotations.Nullable;

/** Renders items once, when they or their discussions have changed, or by a newer renderer. */
@ApplicationScoped
public class EntryRendering {
    /** So many items are in memory at a time, or as many as have so many bytes. */
    private static final int CHUNK = 100;

    private static final int CHUNK_BYTES = 2 << 20;
    private static final int FETCHED = 10;

    private final DataSource dataSource;
    private final ItemRenderer renderer = new ItemRenderer();

    EntryRendering(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What came of some items. */
    private record Chunk(List<RenderedItem> rendered, List<FailedItem> failed) {
        Chunk() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        int size() {
            return rendered.size() + failed.size();
        }

        Object[] column(
                Function<RenderedItem, @Nullable Object> ofRendered, Function<FailedItem, @Nullable Object> ofFailed) {
            return Stream.concat(
                            rendered.stream().map(ofRendered), failed.stream().map(ofFailed))
                    .toArray();
        }
    }

    /**
     * Renders some of what is due of a site. Must be called in a transaction that holds the site.
     *
     * @return whether anything was due
     */
    public boolean renderSome(String site, String incarnation) {
        try (Connection connection = dataSource.getConnection()) {
            Chunk chunk = renderChunk(connection, site, incarnation);
            if (chunk.size() > 0) {
                store(connection, site, incarnation, chunk);
            }
            return chunk.size() > 0;
        } catch (SQLException e) {
            throw new StoreException("items could not be rendered", e);
        }
    }

    private Chunk renderChunk(Connection connection, String site, String incarnation) throws SQLException {
        String sql =
                """
                select e.snapshot, d.state from entry e left join discussion d using (site, incarnation, content_id)
                where e.site = ? and e.incarnation = ? and e.published and e.renderer <> ? limit ?""";
        Chunk chunk = new Chunk();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            select.setString(2, incarnation);
            select.setInt(3, FeedComposer.VERSION);
            select.setInt(4, CHUNK);
            select.setFetchSize(FETCHED);
            try (ResultSet row = select.executeQuery()) {
                int bytes = 0;
                while (bytes < CHUNK_BYTES && row.next()) {
                    byte[] snapshot = row.getBytes(1);
                    render(snapshot, row.getBytes(2)).sortInto(chunk.rendered(), chunk.failed());
                    bytes += snapshot.length;
                }
            }
        }
        return chunk;
    }

    private ItemOutcome render(byte[] snapshot, byte @Nullable [] discussions) {
        DiscussionState threads = discussions == null ? null : StoredEvent.discussions(discussions);
        return renderer.render(StoredEvent.content(snapshot), threads);
    }

    private static void store(Connection connection, String site, String incarnation, Chunk chunk) throws SQLException {
        String sql =
                """
                update entry e set renderer = ?, xml = r.xml, failure = r.failure
                from unnest (?::text[], ?::bytea[], ?::text[]) as r (content_id, xml, failure)
                where e.site = ? and e.incarnation = ? and e.content_id = r.content_id""";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, FeedComposer.VERSION);
            Object[] ids = chunk.column(RenderedItem::contentId, FailedItem::contentId);
            update.setArray(2, connection.createArrayOf("text", ids));
            Object[] xml = chunk.column(RenderedItem::bytes, failed -> null);
            update.setArray(3, connection.createArrayOf("bytea", Arrays.copyOf(xml, xml.length, byte[][].class)));
            Object[] reasons = chunk.column(rendered -> null, FailedItem::reason);
            update.setArray(4, connection.createArrayOf("text", reasons));
            update.setString(5, site);
            update.setString(6, incarnation);
            update.executeUpdate();
        }
    }
}
