package org.commitcast.notify.discussion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;

/** The rules of an item's threads: each address once, one primary for each platform. */
final class Threads {
    /** The repository has the last word, then people, then what was found. The newest of those alike. */
    private static final Comparator<DiscussionThread> STANDING = Comparator.comparingInt(
                    (DiscussionThread thread) -> standing(thread.origin()))
            .thenComparing(DiscussionThread::foundAt, Comparator.reverseOrder());

    private Threads() {}

    /** With a thread that a person gave. */
    static List<DiscussionThread> given(List<DiscussionThread> threads, String platform, String url, Instant now) {
        List<DiscussionThread> more = new ArrayList<>(threads);
        // Given again, after another: this is the one that is meant.
        more.replaceAll(thread -> isGiven(thread, url) && !thread.primary() ? foundAt(thread, now) : thread);
        // Found in the front matter before, or by a search: the same thread.
        if (more.stream().noneMatch(thread -> thread.url().equals(url))) {
            more.add(thread(platform, url, Origin.GIVEN, now));
        }
        return withPrimaries(more);
    }

    /**
     * With what the front matter says now; what it said before and no longer says goes, also where it was given and
     * written there by us.
     */
    static List<DiscussionThread> inFrontMatter(
            List<DiscussionThread> threads, Set<String> before, Map<String, String> links, Instant now) {
        List<DiscussionThread> kept = new ArrayList<>(threads);
        kept.removeIf(thread -> !links.containsValue(thread.url())
                && (thread.origin() == Origin.FRONT_MATTER || before.contains(thread.url())));
        new TreeMap<>(links).forEach((platform, url) -> {
            // Also ours: what was given and written back stays given.
            if (kept.stream().noneMatch(thread -> thread.url().equals(url))) {
                kept.add(thread(platform, url, Origin.FRONT_MATTER, now));
            }
        });
        return withPrimaries(kept);
    }

    private static List<DiscussionThread> withPrimaries(List<DiscussionThread> threads) {
        Set<String> led = new HashSet<>();
        Set<DiscussionThread> primaries = new HashSet<>();
        threads.stream().sorted(STANDING).forEach(thread -> {
            if (led.add(thread.platform())) {
                primaries.add(thread);
            }
        });
        return threads.stream()
                .map(thread -> thread.primary() == primaries.contains(thread) ? thread : flipped(thread))
                .toList();
    }

    private static boolean isGiven(DiscussionThread thread, String url) {
        return thread.origin() == Origin.GIVEN && thread.url().equals(url);
    }

    private static int standing(Origin origin) {
        return switch (origin) {
            case FRONT_MATTER -> 0;
            case GIVEN -> 1;
            case ANNOUNCEMENT -> 2;
            case FOUND -> 3;
        };
    }

    private static DiscussionThread thread(String platform, String url, Origin origin, Instant now) {
        return new DiscussionThread(platform, url, false, origin, null, null, null, now);
    }

    private static DiscussionThread foundAt(DiscussionThread thread, Instant now) {
        return new DiscussionThread(
                thread.platform(),
                thread.url(),
                thread.primary(),
                thread.origin(),
                thread.title(),
                thread.score(),
                thread.comments(),
                now);
    }

    private static DiscussionThread flipped(DiscussionThread thread) {
        return new DiscussionThread(
                thread.platform(),
                thread.url(),
                !thread.primary(),
                thread.origin(),
                thread.title(),
                thread.score(),
                thread.comments(),
                thread.foundAt());
    }
}
