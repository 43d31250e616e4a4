package org.commitcast.feed.websub;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with telling a hub of a feed.
 *
 * @param file the feed in one format, like {@code podcast.rss}
 * @param dueAt when it will be told; absent once it has acknowledged
 * @param failure why the last try did not do
 * @param waiting why the hub is not told yet, though it could be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PingState(
        String file,
        String hub,
        String topic,
        @Nullable Instant dueAt,
        int tries,
        @Nullable String failure,
        @Nullable String waiting,
        @Nullable Instant acknowledgedAt) {}
