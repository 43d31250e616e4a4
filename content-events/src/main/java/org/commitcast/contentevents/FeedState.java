package org.commitcast.contentevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed holds now and what its last batch changed.
 *
 * @param feed the feed's name within its site
 * @param url where this deployment serves it
 * @param publicUrl where readers subscribe
 * @param etag strong, of the identity bytes; absent where the feed is not served yet
 * @param through the site's sequence up to which every item is in the feed, left out by definition, or failed
 * @param added, changed, removed content ids, of each at most {@link #MOST_LISTED}
 * @param failed items that could not be rendered and were left out
 * @param differences of the changed ones, what about them became different
 * @param live of a feed that somebody else makes, how that stands to the one that would be served here; {@code through}
 *     and {@code failed} are then what that one has
 */
public record FeedState(
        String site,
        String incarnation,
        String feed,
        long revision,
        String url,
        String publicUrl,
        @Nullable String etag,
        long through,
        int items,
        List<Kind> kinds,
        List<String> added,
        List<String> changed,
        List<String> removed,
        List<Failure> failed,
        Instant occurredAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Difference> differences,
        @Nullable Live live)
        implements Event {

    /** A record must stay below what brokers take, and the import of a large site adds everything at once. */
    public static final int MOST_LISTED = 1_000;

    /**
     * The feed that readers have, made by somebody else.
     *
     * @param url where it was read
     * @param summary how it differs from the one that would be served here, for people; or why it could not be read
     * @param difference names exactly what differs; absent where nothing does
     * @param problem whether it could not be read, so that nobody knows
     * @param siteRevision of the definition by which ours was made; 0 where that is not known
     */
    public record Live(
            String url,
            String summary,
            @Nullable String difference,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean problem,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long siteRevision) {}

    /** A feed that is made here. */
    public FeedState(
            String site,
            String incarnation,
            String feed,
            long revision,
            String url,
            String publicUrl,
            @Nullable String etag,
            long through,
            int items,
            List<Kind> kinds,
            List<String> added,
            List<String> changed,
            List<String> removed,
            List<Failure> failed,
            Instant occurredAt,
            List<Difference> differences) {
        this(
                site,
                incarnation,
                feed,
                revision,
                url,
                publicUrl,
                etag,
                through,
                items,
                kinds,
                added,
                changed,
                removed,
                failed,
                occurredAt,
                differences,
                null);
    }

    /** An item that was left out because it could not be rendered. */
    public record Failure(String contentId, String reason) {}

    /**
     * What about an item became different.
     *
     * @param fields by the names of the feed's elements: {@code title}, {@code enclosure}, {@code content} …
     */
    public record Difference(String contentId, List<String> fields) {
        public Difference {
            fields = fields == null ? List.of() : List.copyOf(fields);
        }
    }

    public FeedState {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        added = added == null ? List.of() : List.copyOf(added);
        changed = changed == null ? List.of() : List.copyOf(changed);
        removed = removed == null ? List.of() : List.copyOf(removed);
        failed = failed == null ? List.of() : List.copyOf(failed);
        differences = differences == null ? List.of() : List.copyOf(differences);
    }

    @Override
    public Topic topic() {
        return Topic.FEEDS;
    }

    @Override
    public String type() {
        return "org.commitcast.feed.rendered.v1";
    }

    @Override
    public String key() {
        return site + "/" + feed;
    }

    @Override
    public void deliverTo(EventHandler handler) {
        handler.feedChanged(this);
    }
}
