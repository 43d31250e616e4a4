package org.commitcast.feed.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.commitcast.contentevents.FeedState;
import org.commitcast.feed.publishing.PublishedFeeds.PublishedFeed;
import org.commitcast.feed.websub.PingState;
import org.jspecify.annotations.Nullable;

/**
 * A feed, for administrators.
 *
 * @param status {@code importing}, {@code empty}, {@code served}, {@code external} or {@code gone}
 * @param through the site's sequence up to which it knows all items
 * @param failed items that could not be rendered; of a feed that is made elsewhere, those that it lacks
 * @param live of such a feed, how it differs from ours
 * @param hubs how it stands with telling hubs of it, for each format
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedView(
        String site,
        String feed,
        String status,
        @Nullable String url,
        @Nullable String publicUrl,
        @Nullable String etag,
        Instant lastModified,
        int items,
        long through,
        List<FailedView> failed,
        FeedState.@Nullable Live live,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PingState> hubs) {

    /** Some of them; {@code next} asks for the following ones. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<FeedView> feeds, @Nullable String next) {}

    /** An item that is left out. */
    public record FailedView(String item, String reason) {}

    /** What asks for the feeds behind this one. */
    String cursor() {
        return site + "/" + feed;
    }

    static FeedView of(PublishedFeed feed, List<PingState> hubs) {
        FeedState told = feed.told();
        List<FailedView> failed = told == null
                ? List.of()
                : told.failed().stream()
                        .map(failure -> new FailedView(failure.contentId(), failure.reason()))
                        .toList();
        return new FeedView(
                feed.name().site(),
                feed.name().feed(),
                feed.standing().name().toLowerCase(Locale.ROOT),
                told == null ? null : told.url(),
                told == null ? null : told.publicUrl(),
                feed.etag(),
                feed.lastModified(),
                told == null ? 0 : told.items(),
                told == null ? 0 : told.through(),
                failed,
                told == null ? null : told.live(),
                hubs);
    }
}
