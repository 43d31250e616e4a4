package org.commitcast.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteState;
import org.jspecify.annotations.Nullable;

/** The items that can have documents of their own, with those whose documents are yet to be made of what is here. */
@ApplicationScoped
public class ItemSources {
    private static final String UPSERT =
            """
            insert into item_source (site, incarnation, content_id, revision, transcript, due)
            select site, incarnation, content_id, revision, transcript, true
            from unnest (?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::boolean[])
                as told (site, incarnation, content_id, revision, transcript, episode)
            where episode or exists (
                select 1 from item_source s
                where s.site = told.site and s.incarnation = told.incarnation and s.content_id = told.content_id)
            on conflict (site, incarnation, content_id) do update
            set revision = excluded.revision, transcript = excluded.transcript, due = true
            where item_source.revision < excluded.revision
                or ? and item_source.revision = excluded.revision""";

    /**
     * Few are chosen first, by an index, and only then is looked at what they are made of. Their number is part of the
     * text: of one that is said later PostgreSQL expects a tenth of all.
     */
    private static final String SELECT =
            """
            select s.content_id, case when e.published and e.failure is null then e.snapshot end, t.state
            from (select * from item_source where site = ? and incarnation = ? and %s limit %d) as s
                left join entry e using (site, incarnation, content_id)
                left join transcript t
                    on t.site = s.site and t.incarnation = s.incarnation and t.content_id = s.transcript
            order by s.content_id""";

    private final DataSource dataSource;

    ItemSources(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Some of those whose documents may not be what they should. Must be called in a transaction. */
    public List<ItemSource> due(SiteState site, int most) {
        return select(SELECT.formatted("due", most), site, null);
    }

    /** Some of all, by content id. */
    public List<ItemSource> behind(SiteState site, String contentId, int most) {
        return select(SELECT.formatted("content_id > ? order by content_id", most), site, contentId);
    }

    private List<ItemSource> select(String sql, SiteState site, @Nullable String behind) {
        List<ItemSource> sources = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site.site());
            select.setString(2, site.incarnation());
            if (behind != null) {
                select.setString(3, behind);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sources.add(source(row.getString(1), row.getBytes(2), row.getBytes(3)));
                }
            }
            return sources;
        } catch (SQLException e) {
            throw new StoreException("items with documents could not be read", e);
        }
    }

    private static ItemSource source(String contentId, byte @Nullable [] item, byte @Nullable [] transcript) {
        return new ItemSource(
                contentId,
                item == null ? null : StoredEvent.content(item),
                transcript == null ? null : StoredEvent.transcript(transcript));
    }

    /** Whether so many are due, or more. */
    public boolean areDue(SiteState site, int atLeast) {
        String sql = "select 1 from item_source where site = ? and incarnation = ? and due offset ? limit 1";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site.site());
            select.setString(2, site.incarnation());
            select.setInt(3, atLeast - 1);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new StoreException("items with documents could not be counted", e);
        }
    }

    /** The documents of these are what they should be. */
    public void made(SiteState site, Collection<String> contentIds) {
        String sql =
                "update item_source set due = false" + " where site = ? and incarnation = ? and content_id = any (?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, site.site());
            update.setString(2, site.incarnation());
            update.setArray(3, connection.createArrayOf("text", contentIds.toArray()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("items with documents could not be marked", e);
        }
    }

    /** What came in: of what is here already nothing is to be made again. */
    void write(Collection<ContentSnapshot> contents) {
        write(contents, false);
    }

    /** What was rendered: whatever caused that may make other documents of it, too. */
    void rendered(Collection<ContentSnapshot> contents) {
        write(contents, true);
    }

    private void write(Collection<ContentSnapshot> contents, boolean again) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            new Columns<>(connection, upsert, contents)
                    .add("text", ContentSnapshot::site)
                    .add("text", ContentSnapshot::incarnation)
                    .add("text", ContentSnapshot::contentId)
                    .add("bigint", ContentSnapshot::revision)
                    .add("text", ContentSnapshot::transcript)
                    // What was an episode before may have documents yet.
                    .add("boolean", content -> content.kind() == Kind.EPISODE);
            upsert.setBoolean(7, again);
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("items with documents could not be stored", e);
        }
    }

    void forget(String site, String incarnation) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from item_source where site = ? and incarnation = ?")) {
            delete.setString(1, site);
            delete.setString(2, incarnation);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("items of an ended site could not be removed", e);
        }
    }
}
