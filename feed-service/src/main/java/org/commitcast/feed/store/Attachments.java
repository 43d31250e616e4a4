package org.commitcast.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.Event;
import org.commitcast.contentevents.TranscriptState;

/** What other records say of an item: its discussions and its transcript. Batch SQL: whole polls are written. */
@ApplicationScoped
class Attachments {
    private static final String UPSERT =
            """
            insert into %1$s (site, incarnation, content_id, revision, occurred_at, state)
            select * from unnest (?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::bytea[])
            on conflict (site, incarnation, content_id) do update
            set revision = excluded.revision, occurred_at = excluded.occurred_at, state = excluded.state
            where %1$s.revision < excluded.revision""";

    private static final String UPSERT_DISCUSSIONS = "with written as (" + UPSERT.formatted("discussion")
            + " returning site, incarnation, content_id, occurred_at)"
            + " update entry e set renderer = 0, modified_at = greatest(w.occurred_at, "
            + LatestChange.of("e") + ") from written w"
            + " where e.site = w.site and e.incarnation = w.incarnation and e.content_id = w.content_id";

    private static final String UPSERT_TRANSCRIPTS = "with written as (" + UPSERT.formatted("transcript")
            + " returning site, incarnation, content_id, occurred_at),"
            + " spoken as (update item_source s set due = true from written w"
            + " where s.site = w.site and s.incarnation = w.incarnation and s.transcript = w.content_id"
            + " returning s.site, s.incarnation, s.content_id, w.occurred_at)"
            + " update entry e set renderer = 0, modified_at = greatest(s.occurred_at, " + LatestChange.of("e") + ")"
            + " from spoken s"
            + " where e.site = s.site and e.incarnation = s.incarnation and e.content_id = s.content_id";

    private final DataSource dataSource;

    Attachments(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Newer ones also make their items due for rendering. */
    void writeDiscussions(Collection<DiscussionState> discussions) {
        write(UPSERT_DISCUSSIONS, discussions);
    }

    /** Newer ones also make the items due that refer to them, and the documents of these. */
    void writeTranscripts(Collection<TranscriptState> transcripts) {
        write(UPSERT_TRANSCRIPTS, transcripts);
    }

    void forget(String site, String incarnation) {
        delete("delete from discussion where site = ? and incarnation = ?", site, incarnation);
        delete("delete from transcript where site = ? and incarnation = ?", site, incarnation);
    }

    private void write(String sql, Collection<? extends Event> events) {
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            new Columns<Event>(connection, upsert, List.copyOf(events))
                    .add("text", Event::site)
                    .add("text", Event::incarnation)
                    .add("text", Event::key)
                    .add("bigint", Event::revision)
                    .add("timestamptz", Event::occurredAt)
                    .addBytes(StoredEvent::of);
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("records could not be stored", e);
        }
    }

    private void delete(String sql, String site, String incarnation) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, site);
            delete.setString(2, incarnation);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("records of an ended site could not be removed", e);
        }
    }
}
