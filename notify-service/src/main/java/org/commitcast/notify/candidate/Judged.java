package org.commitcast.notify.candidate;

import java.util.Comparator;
import java.util.List;
import org.commitcast.notify.source.FoundThread;
import org.jspecify.annotations.Nullable;

/**
 * A thread that was found, and what is thought of it.
 *
 * @param score from 0 to 100
 * @param reasons what the score is made of, for people
 */
public record Judged(FoundThread thread, int score, List<String> reasons, Verdict verdict) {
    /** Of those for which as much speaks the liveliest, then the oldest. */
    static final Comparator<Judged> BEST_FIRST = Comparator.comparingInt(Judged::score)
            .thenComparingInt(judged -> number(judged.thread.counts().comments()))
            .thenComparingInt(judged -> number(judged.thread.counts().score()))
            .reversed()
            .thenComparing(judged -> judged.thread.postedAt(), Comparator.nullsLast(Comparator.naturalOrder()));

    private static int number(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
