package org.commitcast.contentevents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All discussion threads of an item. */
public record DiscussionState(
        String site,
        String incarnation,
        String contentId,
        long revision,
        List<DiscussionThread> threads,
        Instant occurredAt)
        implements Event {

    /**
     * One thread.
     *
     * @param platform {@code reddit}, {@code hackernews}, {@code lobsters}, {@code lemmy}, {@code mastodon}, {@code
     *     bluesky} or {@code other}
     * @param primary at most one per platform: the one that is written back and linked from the feed
     * @param origin how it became known
     */
    public record DiscussionThread(
            String platform,
            String url,
            boolean primary,
            Origin origin,
            @Nullable String title,
            @Nullable Integer score,
            @Nullable Integer comments,
            Instant foundAt) {}

    /** How a thread became known. Only what did not come from the front matter is written back into it. */
    public enum Origin {
        GIVEN,
        FRONT_MATTER,
        ANNOUNCEMENT,
        FOUND
    }

    public DiscussionState {
        threads = threads == null ? List.of() : List.copyOf(threads);
    }

    @Override
    public Topic topic() {
        return Topic.DISCUSSIONS;
    }

    @Override
    public String type() {
        return "org.commitcast.discussions.recorded.v1";
    }

    @Override
    public String key() {
        return contentId;
    }

    @Override
    public void deliverTo(EventHandler handler) {
        handler.discussionsChanged(this);
    }
}
