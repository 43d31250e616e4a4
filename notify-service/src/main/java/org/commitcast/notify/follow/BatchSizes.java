package org.commitcast.notify.follow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many threads a server is asked for at once: fewer and fewer where it refuses them together, until the one that it
 * refuses is alone.
 */
final class BatchSizes {
    private final Map<Server, Integer> reduced = new ConcurrentHashMap<>();

    /** @param most as many as the source can */
    int of(Server server, int most) {
        return Math.min(most, reduced.getOrDefault(server, most));
    }

    /** It refused so many. */
    void refused(Server server, int size) {
        reduced.put(server, Math.max(1, size / 2));
    }

    /** It has had its turn with so many. */
    void settled(Server server, int size, int most) {
        reduced.computeIfPresent(server, (same, before) -> size * 2 < most ? Math.max(before, size * 2) : null);
    }
}
