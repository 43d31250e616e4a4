package org.commitcast.notify.source;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What several calls say of threads. Not for longer than a while: a source that takes its time with each must not hold
 * up the others, and whatever was not asked for is asked for another time.
 */
public final class FollowedOneByOne {
    private static final long LONGEST = Duration.ofSeconds(30).toNanos();

    private final long began = System.nanoTime();
    private final Map<String, ThreadCounts> seen = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Duration> waiting = new HashMap<>();
    private Reply.@Nullable Later later;

    public boolean hasTime() {
        return System.nanoTime() - began < LONGEST;
    }

    /** There was no time for it. */
    public void postpone(String url) {
        waiting.put(url, Duration.ZERO);
    }

    public void see(String url, ThreadCounts counts) {
        seen.put(url, counts);
    }

    /** By which all servers know it. */
    public void identify(String url, @Nullable String id) {
        if (id != null && !id.equals(url)) {
            ids.put(url, id);
        }
    }

    /** It is not there any more. */
    public void gone(String url) {
        seen.put(url, new ThreadCounts(null, null, true));
    }

    /** There was no room for it, or no answer; one that the source refuses by itself has had its turn. */
    public void later(String url, Reply.Later answer) {
        if (answer.after() != null) {
            waiting.put(url, answer.after());
            later = answer;
        }
    }

    /**
     * What was seen; only where none of them could be asked for, why.
     *
     * @param threads all of them
     */
    public Followed followed(List<FollowedThread> threads) {
        boolean none = threads.stream().map(FollowedThread::url).allMatch(waiting::containsKey);
        return none && later != null
                ? later.followed()
                : new Followed.Seen(Map.copyOf(seen), Map.copyOf(ids), Map.copyOf(waiting));
    }
}
