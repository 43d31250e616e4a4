package org.commitcast.notify.discussion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.jspecify.annotations.Nullable;

/**
 * An item's threads as clients see them.
 *
 * @param leftOut how many smaller ones there are beyond these, which are among the candidates; absent where none are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiscussionView(
        String site, String item, List<ThreadView> threads, @Nullable Integer leftOut, Instant at) {

    /** A page of them; {@code next} asks for the following one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<DiscussionView> discussions, @Nullable String next) {}

    /**
     * One thread.
     *
     * @param id by which it is confirmed or rejected; the same for all spellings of its address
     * @param origin {@code given}, {@code front-matter}, {@code announcement} or {@code found}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ThreadView(
            UUID id,
            String platform,
            String url,
            boolean primary,
            String origin,
            @Nullable String title,
            @Nullable Integer score,
            @Nullable Integer comments,
            Instant foundAt) {

        static ThreadView of(String contentId, DiscussionThread thread) {
            return new ThreadView(
                    ThreadId.of(contentId, thread.url()),
                    thread.platform(),
                    thread.url(),
                    thread.primary(),
                    thread.origin().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    thread.title(),
                    thread.score(),
                    thread.comments(),
                    thread.foundAt());
        }
    }

    /** What the topic tells, as clients see it. */
    public static DiscussionView of(DiscussionState state) {
        return new DiscussionView(
                state.site(),
                state.contentId(),
                state.threads().stream()
                        .map(thread -> ThreadView.of(state.contentId(), thread))
                        .toList(),
                state.leftOut() == 0 ? null : state.leftOut(),
                state.occurredAt());
    }
}
