package org.commitcast.notify.source;

import java.time.Duration;
import java.util.HashMap;
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
    private Reply.@Nullable Later later;

    public boolean hasTime() {
        return System.nanoTime() - began < LONGEST;
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

    public void later(Reply.Later answer) {
        later = answer;
    }

    /** What was seen; only where that is nothing, why. */
    public Followed followed() {
        return seen.isEmpty() && later != null
                ? later.followed()
                : new Followed.Seen(Map.copyOf(seen), Map.copyOf(ids));
    }
}
