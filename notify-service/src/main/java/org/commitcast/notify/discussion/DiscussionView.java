package org.commitcast.notify.discussion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.jspecify.annotations.Nullable;

/** An item's threads as clients see them. */
record DiscussionView(String site, String item, List<ThreadView> threads, Instant at) {

    /** A page of them; {@code next} asks for the following one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<DiscussionView> discussions, @Nullable String next) {}

    /**
     * One thread.
     *
     * @param origin {@code given}, {@code front-matter}, {@code announcement} or {@code found}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ThreadView(
            String platform,
            String url,
            boolean primary,
            String origin,
            @Nullable String title,
            @Nullable Integer score,
            @Nullable Integer comments,
            Instant foundAt) {

        static ThreadView of(DiscussionThread thread) {
            return new ThreadView(
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

    static DiscussionView of(DiscussionRow row) {
        return new DiscussionView(
                row.site,
                row.contentId,
                row.threads().stream().map(ThreadView::of).toList(),
                row.occurredAt);
    }
}
