package org.commitcast.notify.discussionpage;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.notify.catalogue.ItemNames;
import org.commitcast.notify.catalogue.StoredJson;
import org.jspecify.annotations.Nullable;

/** Finds items with their threads by one question to the database: anybody may ask, as often as they like. */
@ApplicationScoped
class DiscussedItems {
    private static final String SELECT =
            """
            select i.snapshot, i.published, d.threads, d.left_out, d.occurred_at as discussed_at, s.definition,
                   s.occurred_at as defined_at, s.removed, s.incarnation = i.incarnation as same_life
            from item i
            left join discussion d on d.content_id = i.content_id
            left join site s on s.name = i.site
            where i.site = ?""";

    private final AgroalDataSource database;

    DiscussedItems(AgroalDataSource database) {
        this.database = database;
    }

    /** By its content id. */
    Optional<Discussed> withId(String site, String contentId) throws SQLException {
        if (contentId.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return select(site, " and i.content_id = ?", contentId).stream()
                .map(Found::discussed)
                .findFirst();
    }

    /** By any address that it ever had, or its guid. Whose it is now comes before whose it was. */
    Optional<Discussed> named(String site, String name) throws SQLException {
        String condition =
                " and i.address_keys @> array[?::bigint] order by i.published desc, i.sequence desc limit 20";
        return select(site, condition, ItemNames.keyOf(name)).stream()
                .min(Comparator.comparing((Found found) -> !ItemNames.names(name, found.snapshot())))
                .map(Found::discussed);
    }

    private List<Found> select(String site, String condition, Object parameter) throws SQLException {
        List<Found> found = new ArrayList<>();
        if (site.indexOf('\0') >= 0) {
            // Nothing has such a name, and the database would take it for a mistake.
            return found;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
            select.setString(1, site);
            select.setObject(2, parameter);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
        }
        return found;
    }

    private static Found read(ResultSet row) throws SQLException {
        ContentSnapshot snapshot = StoredJson.read(row.getString("snapshot"), ContentSnapshot.class);
        String definition = row.getString("definition");
        SiteDefinition site = definition == null ? null : StoredJson.read(definition, SiteDefinition.class);
        String threads = row.getString("threads");
        String leftOut = row.getString("left_out");
        Instant defined = time(row.getTimestamp("defined_at"));
        // An item of a later life of its site may be known before that life's definition.
        boolean over = row.getBoolean("same_life")
                ? row.getBoolean("removed")
                : defined != null && defined.isAfter(snapshot.occurredAt());
        return new Found(
                snapshot,
                site == null ? null : site.language(),
                over || !row.getBoolean("published"),
                threads == null ? List.of() : List.of(StoredJson.read(threads, DiscussionThread[].class)),
                leftOut == null ? 0 : StoredJson.read(leftOut, String[].class).length,
                Stream.of(Optional.ofNullable(defined), Optional.ofNullable(time(row.getTimestamp("discussed_at"))))
                        .flatMap(Optional::stream)
                        .reduce(snapshot.occurredAt(), (a, b) -> a.isAfter(b) ? a : b));
    }

    private static @Nullable Instant time(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private record Found(
            ContentSnapshot snapshot,
            @Nullable String siteLanguage,
            boolean gone,
            List<DiscussionThread> threads,
            int leftOut,
            Instant at) {

        Discussed discussed() {
            return new Discussed(
                    snapshot.site(),
                    snapshot.contentId(),
                    snapshot.title(),
                    snapshot.url(),
                    snapshot.language() == null ? siteLanguage : snapshot.language(),
                    gone,
                    threads,
                    leftOut,
                    at);
        }
    }
}
