package org.commitcast.notify.discussionpage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.jspecify.annotations.Nullable;

/**
 * Where an item is talked about, as anybody may read it. The same threads give the same bytes.
 *
 * @param threads the leading one of each platform first, then the most talked in; no more than can be shown
 * @param more how many there are beyond those
 * @param score, comments of all threads; absent where no source says any
 * @param at when anything of this last changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DiscussionDocument(
        String site,
        String item,
        String title,
        String url,
        List<Talk> threads,
        @Nullable Integer more,
        @Nullable Long score,
        @Nullable Long comments,
        Instant at) {
    private static final int MOST = 50;

    private static final Comparator<DiscussionThread> ORDER = Comparator.comparing(DiscussionThread::primary)
            .reversed()
            .thenComparing(DiscussionDocument::commentsOf, Comparator.reverseOrder())
            .thenComparing(DiscussionThread::platform)
            .thenComparing(DiscussionThread::url);

    DiscussionDocument {
        threads = List.copyOf(threads);
    }

    /**
     * One thread.
     *
     * @param primary whether it leads on its platform
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Talk(
            String platform,
            String url,
            @Nullable String title,
            @Nullable Integer score,
            @Nullable Integer comments,
            boolean primary) {

        static Talk of(DiscussionThread thread) {
            return new Talk(
                    thread.platform(),
                    thread.url(),
                    thread.title(),
                    thread.score(),
                    thread.comments(),
                    thread.primary());
        }
    }

    static DiscussionDocument of(Discussed item) {
        List<DiscussionThread> threads = item.threads().stream().sorted(ORDER).toList();
        int more = Math.max(0, threads.size() - MOST) + item.leftOut();
        return new DiscussionDocument(
                item.site(),
                item.item(),
                item.title(),
                item.url(),
                threads.stream().limit(MOST).map(Talk::of).toList(),
                more == 0 ? null : more,
                sum(threads, DiscussionThread::score),
                sum(threads, DiscussionThread::comments),
                item.at());
    }

    private static int commentsOf(DiscussionThread thread) {
        return Objects.requireNonNullElse(thread.comments(), -1);
    }

    private static @Nullable Long sum(
            List<DiscussionThread> threads, Function<DiscussionThread, @Nullable Integer> counter) {
        List<Integer> known =
                threads.stream().map(counter).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : Long.valueOf(known.stream().mapToLong(Integer::longValue).sum());
    }
}
