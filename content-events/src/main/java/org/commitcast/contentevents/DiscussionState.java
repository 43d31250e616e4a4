package org.commitcast.contentevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All discussion threads of an item.
 *
 * @param rejected addresses of threads of which a person said that they are not about the item: they do not come back
 * @param sameAs by addresses of {@code threads} and {@code rejected} that are copies on other servers: the id that all
 *     servers know the thread by
 * @param leftOut how many threads there are beyond these, found by themselves and smaller than they
 */
public record DiscussionState(
        String site,
        String incarnation,
        String contentId,
        long revision,
        List<DiscussionThread> threads,
        Instant occurredAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> rejected,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> sameAs,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int leftOut)
        implements Event {

    /**
     * One thread.
     *
     * @param platform {@code reddit}, {@code hackernews}, {@code lobsters}, {@code lemmy}, {@code mastodon}, {@code
     *     bluesky} or {@code other}
     * @param primary at most one per platform: the one that is written back and linked from the feed
     * @param origin how it became known
     * @param proposal where the link is to be proposed to people and not committed: what is proposed under one name goes
     *     into one branch
     */
    public record DiscussionThread(
            String platform,
            String url,
            boolean primary,
            Origin origin,
            @Nullable String title,
            @Nullable Integer score,
            @Nullable Integer comments,
            Instant foundAt,
            @Nullable String proposal) {

        /** A thread that is no part of a proposal. */
        public DiscussionThread(
                String platform,
                String url,
                boolean primary,
                Origin origin,
                @Nullable String title,
                @Nullable Integer score,
                @Nullable Integer comments,
                Instant foundAt) {
            this(platform, url, primary, origin, title, score, comments, foundAt, null);
        }
    }

    /** How a thread became known. Only what did not come from the front matter is written back into it. */
    public enum Origin {
        GIVEN,
        FRONT_MATTER,
        ANNOUNCEMENT,
        FOUND
    }

    public DiscussionState {
        threads = threads == null ? List.of() : List.copyOf(threads);
        rejected = rejected == null ? List.of() : List.copyOf(rejected);
        sameAs = sameAs == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(sameAs));
    }

    /** A state that tells of all threads, each by its own address. */
    public DiscussionState(
            String site,
            String incarnation,
            String contentId,
            long revision,
            List<DiscussionThread> threads,
            Instant occurredAt,
            List<String> rejected) {
        this(site, incarnation, contentId, revision, threads, occurredAt, rejected, Map.of(), 0);
    }

    /** A state in which nothing was rejected. */
    public DiscussionState(
            String site,
            String incarnation,
            String contentId,
            long revision,
            List<DiscussionThread> threads,
            Instant occurredAt) {
        this(site, incarnation, contentId, revision, threads, occurredAt, List.of());
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
