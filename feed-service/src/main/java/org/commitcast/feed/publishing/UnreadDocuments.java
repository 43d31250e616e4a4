package org.commitcast.feed.publishing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.feed.serving.StoredHead;

/**
 * Documents that were found and are still to be read. A site of which little is new waits for none of which much is; but
 * what was written first gets on as well.
 */
final class UnreadDocuments {
    private final Map<String, Deque<Unread>> sites = new HashMap<>();

    /** @param from the oldest transaction that the look began with which found it */
    private record Unread(StoredHead head, long from) {
        long version() {
            return head.edition().version();
        }
    }

    /** Adds what a look has found; its documents of a site are read as they were written: what names others comes after them. */
    void add(List<StoredHead> found, long from) {
        found.stream()
                .sorted(Comparator.comparingLong(head -> head.edition().version()))
                .forEach(head -> sites.computeIfAbsent(head.key().site(), site -> new ArrayDeque<>())
                        .add(new Unread(head, from)));
    }

    boolean isEmpty() {
        return sites.isEmpty();
    }

    void clear() {
        sites.clear();
    }

    /** The oldest transaction that has written any of them, or an older one; that one where there are none. */
    long oldest(long otherwise) {
        return sites.values().stream()
                .flatMap(Deque::stream)
                .mapToLong(Unread::from)
                .min()
                .orElse(otherwise);
    }

    /** Takes so many at most: half of them from the site that has waited longest, the others from those with the fewest. */
    List<StoredHead> next(int most) {
        List<StoredHead> next = new ArrayList<>();
        sites.values().stream()
                .min(Comparator.comparingLong(site -> site.element().version()))
                .ifPresent(site -> move(site, most / 2, next));
        List<Deque<Unread>> fewestFirst = new ArrayList<>(sites.values());
        fewestFirst.sort(Comparator.comparingInt(Deque::size));
        fewestFirst.forEach(site -> move(site, most - next.size(), next));
        sites.values().removeIf(Deque::isEmpty);
        return next;
    }

    private static void move(Deque<Unread> site, int most, List<StoredHead> to) {
        for (int i = 0; i < most && !site.isEmpty(); i++) {
            to.add(site.remove().head());
        }
    }
}
