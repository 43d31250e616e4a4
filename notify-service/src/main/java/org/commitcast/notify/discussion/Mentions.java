package org.commitcast.notify.discussion;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.jspecify.annotations.Nullable;

/** Which threads are told of: all that lead or that somebody meant, and the largest of the others. */
final class Mentions {
    /** What a record may hold, in bytes, however well it would be compressed; see {@code EncodedEvent}. */
    private static final long MOST_BYTES = 850 * 1024;

    /** What a thread takes besides its texts. */
    private static final int FRAME = 300;

    private static final int BYTES_OF_A_CHARACTER = 3;

    /** Among equals those that were there first: a newcomer that is no larger changes nothing. */
    private static final Comparator<DiscussionThread> LARGEST_FIRST = Comparator.comparingInt(
                    (DiscussionThread thread) -> number(thread.comments()))
            .thenComparingInt(thread -> number(thread.score()))
            .reversed()
            .thenComparing(DiscussionThread::foundAt);

    private Mentions() {}

    /**
     * Those that are too many.
     *
     * @param most how many may be told of
     * @param rejected addresses that are told of as well
     */
    static Set<DiscussionThread> tooMany(List<DiscussionThread> threads, List<String> rejected, int most) {
        long bytes = rejected.stream().mapToLong(Mentions::bytes).sum();
        for (DiscussionThread thread : threads) {
            bytes += isMention(thread) ? 0 : bytes(thread);
        }
        Set<DiscussionThread> out = new HashSet<>();
        int kept = 0;
        for (DiscussionThread mention : threads.stream()
                .filter(Mentions::isMention)
                .sorted(LARGEST_FIRST)
                .toList()) {
            if (kept < most && bytes + bytes(mention) <= MOST_BYTES) {
                kept++;
                bytes += bytes(mention);
            } else {
                out.add(mention);
            }
        }
        return out;
    }

    private static boolean isMention(DiscussionThread thread) {
        return thread.origin() == Origin.FOUND && !thread.primary();
    }

    private static long bytes(DiscussionThread thread) {
        return FRAME + bytes(thread.url()) + bytes(thread.title()) + bytes(thread.proposal());
    }

    private static long bytes(@Nullable String text) {
        return text == null ? 0 : (long) BYTES_OF_A_CHARACTER * text.length();
    }

    private static int number(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
