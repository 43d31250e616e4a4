package org.commitcast.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;
import org.commitcast.contentevents.ContentSnapshot;

/** The items of the sites. Batch SQL: whole polls are written. */
@ApplicationScoped
public class Entries {
    private static final String UPSERT =
            """
            insert into entry (site, incarnation, content_id, revision, sequence, batch_ends, published, kind, date,
                               occurred_at, snapshot, collection, tags, renderer, modified_at)
            select site, incarnation, content_id, told.revision, sequence, batch_ends, published, kind, date,
                   told.occurred_at, snapshot, collection, string_to_array(tags, E'\\n'), 0,
                   %s
            from unnest (?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::boolean[], ?::boolean[],
                         ?::text[], ?::bigint[], ?::timestamptz[], ?::bytea[], ?::text[], ?::text[])
                as told (site, incarnation, content_id, revision, sequence, batch_ends, published, kind, date,
                         occurred_at, snapshot, collection, tags)
            on conflict (site, incarnation, content_id) do update
            set revision = excluded.revision, sequence = excluded.sequence, batch_ends = excluded.batch_ends,
                published = excluded.published, kind = excluded.kind, date = excluded.date,
                occurred_at = excluded.occurred_at, snapshot = excluded.snapshot, collection = excluded.collection,
                tags = excluded.tags, modified_at = excluded.modified_at, renderer = 0, failure = null, xml = null,
                rss_summary = null, atom = null, atom_summary = null, json = null, json_summary = null,
                date_before = case when entry.unpublished then entry.date_before else entry.date end,
                unpublished = true
            where entry.revision < excluded.revision"""
                    .formatted(LatestChange.of("told"));

    private final DataSource dataSource;

    Entries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Up to where a site's items are here.
     *
     * @param sequence of the last record
     * @param batchEnds whether that record was the last of its batch
     */
    public record Progress(long sequence, boolean batchEnds) {
        static final Progress NONE = new Progress(0, true);
    }

    /** Up to where the items of this incarnation are here. */
    public Progress progress(String site, String incarnation) {
        // Compaction may take older records away, never the last one: it is the newest of its own key.
        String sql = "select sequence, batch_ends from entry where site = ? and incarnation = ?"
                + " order by sequence desc limit 1";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            select.setString(2, incarnation);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Progress(row.getLong(1), row.getBoolean(2)) : Progress.NONE;
            }
        } catch (SQLException e) {
            throw new StoreException("items could not be read", e);
        }
    }

    void write(Collection<ContentSnapshot> contents) {
        if (contents.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            new Columns<>(connection, upsert, contents)
                    .add("text", ContentSnapshot::site)
                    .add("text", ContentSnapshot::incarnation)
                    .add("text", ContentSnapshot::contentId)
                    .add("bigint", ContentSnapshot::revision)
                    .add("bigint", ContentSnapshot::sequence)
                    .add("boolean", snapshot -> snapshot.batch().ends())
                    .add("boolean", ContentSnapshot::published)
                    .add("text", snapshot -> snapshot.kind().name())
                    .add("bigint", snapshot -> snapshot.date().toEpochMilli())
                    .add("timestamptz", ContentSnapshot::occurredAt)
                    .addBytes(StoredEvent::of)
                    .add("text", Labels::collection)
                    .add("text", Labels::tags);
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("items could not be stored", e);
        }
    }

    void forget(String site, String incarnation) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from entry where site = ? and incarnation = ?")) {
            delete.setString(1, site);
            delete.setString(2, incarnation);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("items of an ended site could not be removed", e);
        }
    }
}
