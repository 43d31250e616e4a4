package org.commitcast.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.SiteState;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.feedrendering.FeedComposer;
import org.commitcast.feedrendering.document.ItemAddresses;
import org.jspecify.annotations.Nullable;

/** Renders items once in each form, when they, their discussions or their site have changed, or by a newer renderer. */
@ApplicationScoped
public class EntryRendering {
    /** So many items are in memory at a time, or as many as have so many bytes. */
    private static final int CHUNK = 100;

    private static final int CHUNK_BYTES = 1 << 20;
    private static final int FETCHED = 10;

    private final DataSource dataSource;
    private final ItemSources sources;
    private final DocumentsConfig config;

    EntryRendering(DataSource dataSource, ItemSources sources, DocumentsConfig config) {
        this.dataSource = dataSource;
        this.sources = sources;
        this.config = config;
    }

    /**
     * Renders some of what is due of a site. Must be called in a transaction that holds the site.
     *
     * @param addresses where the items' own documents are
     * @return whether anything was due
     */
    public boolean renderSome(SiteState site, ItemAddresses addresses) {
        ItemForms forms = ItemForms.of(site.definition(), addresses, config.roomForItems());
        try (Connection connection = dataSource.getConnection()) {
            List<RenderedForms> chunk = renderChunk(connection, site, forms);
            if (!chunk.isEmpty()) {
                // Also here: who took them in may have been an instance that knew no documents of items.
                sources.rendered(chunk.stream().map(RenderedForms::item).toList());
                store(connection, site, forms, chunk);
            }
            return !chunk.isEmpty();
        } catch (SQLException e) {
            throw new StoreException("items could not be rendered", e);
        }
    }

    private static List<RenderedForms> renderChunk(Connection connection, SiteState site, ItemForms forms)
            throws SQLException {
        List<RenderedForms> chunk = new ArrayList<>();
        for (Due due : due(connection, site, forms)) {
            TranscriptState transcript = transcript(connection, due.item());
            chunk.add(forms.render(due.contentId(), due.item(), due.discussions(), transcript));
        }
        return chunk;
    }

    private record Due(String contentId, ContentSnapshot item, @Nullable DiscussionState discussions) {}

    /** Two questions, because an index answers each: what was rendered for less than this, and what for more. */
    private static List<Due> due(Connection connection, SiteState site, ItemForms forms) throws SQLException {
        List<Due> older = due(connection, site, forms, "<");
        return older.isEmpty() ? due(connection, site, forms, ">") : older;
    }

    private static List<Due> due(Connection connection, SiteState site, ItemForms forms, String comparison)
            throws SQLException {
        String sql =
                """
                select e.content_id, e.snapshot, d.state from entry e left join discussion d using (site, incarnation, content_id)
                where e.site = ? and e.incarnation = ? and e.published and (e.renderer, e.rendered_for) %s (?, ?)
                limit %d"""
                        .formatted(comparison, CHUNK);
        List<Due> chunk = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site.site());
            select.setString(2, site.incarnation());
            select.setInt(3, FeedComposer.VERSION);
            select.setString(4, forms.label());
            select.setFetchSize(FETCHED);
            try (ResultSet row = select.executeQuery()) {
                int bytes = 0;
                while (bytes < CHUNK_BYTES && row.next()) {
                    byte[] snapshot = row.getBytes(2);
                    byte[] discussions = row.getBytes(3);
                    ContentSnapshot item = StoredEvent.content(snapshot);
                    DiscussionState threads = discussions == null ? null : StoredEvent.discussions(discussions);
                    chunk.add(new Due(row.getString(1), item, threads));
                    bytes += snapshot.length;
                }
            }
        }
        return chunk;
    }

    /** One at a time: each may have a megabyte. */
    private static @Nullable TranscriptState transcript(Connection connection, ContentSnapshot item)
            throws SQLException {
        if (item.transcript() == null) {
            return null;
        }
        String sql = "select state from transcript where site = ? and incarnation = ? and content_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, item.site());
            select.setString(2, item.incarnation());
            select.setString(3, item.transcript());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? StoredEvent.transcript(row.getBytes(1)) : null;
            }
        }
    }

    private static void store(Connection connection, SiteState site, ItemForms forms, List<RenderedForms> chunk)
            throws SQLException {
        List<ItemForm> all = List.of(ItemForm.values());
        String columns = all.stream().map(ItemForm::column).collect(Collectors.joining(", "));
        String sets = all.stream()
                .map(form -> form.column() + " = r." + form.column())
                .collect(Collectors.joining(", "));
        String sql = "update entry e set renderer = ?, rendered_for = ?, failure = r.failure,"
                + " collection = r.collection, tags = string_to_array(r.tags, E'\\n'),"
                + " digests = string_to_array(r.digests, ',', ''), sizes = string_to_array(r.sizes, ',', '')::integer[],"
                + " elements_before = coalesce(e.elements_before, e.elements), elements = r.elements,"
                + " unpublished = true, modified_at = " + LatestChange.of("e") + ", " + sets
                + " from unnest (?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]"
                + ", ?::bytea[]".repeat(all.size())
                + ") as r (content_id, failure, collection, tags, digests, sizes, elements, " + columns
                + ") where e.site = ? and e.incarnation = ? and e.content_id = r.content_id";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, FeedComposer.VERSION);
            update.setString(2, forms.label());
            update.setArray(3, texts(connection, chunk, RenderedForms::contentId));
            update.setArray(4, texts(connection, chunk, RenderedForms::failure));
            update.setArray(5, texts(connection, chunk, item -> Labels.collection(item.item())));
            update.setArray(6, texts(connection, chunk, item -> Labels.tags(item.item())));
            update.setArray(7, texts(connection, chunk, RenderedForms::digests));
            update.setArray(8, texts(connection, chunk, RenderedForms::sizes));
            update.setArray(9, texts(connection, chunk, RenderedForms::elements));
            int next = 10;
            for (ItemForm form : all) {
                byte[][] bytes = chunk.stream().map(item -> item.bytes(form)).toArray(byte[][]::new);
                update.setArray(next++, connection.createArrayOf("bytea", bytes));
            }
            update.setString(next++, site.site());
            update.setString(next, site.incarnation());
            update.executeUpdate();
        }
    }

    private static Array texts(
            Connection connection, List<RenderedForms> chunk, Function<RenderedForms, @Nullable String> text)
            throws SQLException {
        return connection.createArrayOf("text", chunk.stream().map(text).toArray());
    }
}
