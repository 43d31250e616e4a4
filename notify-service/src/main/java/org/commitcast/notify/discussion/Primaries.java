package org.commitcast.notify.discussion;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;

/** Which thread leads on each platform. Counters have no part in it: a lead that changed with them would never rest. */
final class Primaries {
    /** Who leads comes first. */
    static final Comparator<DiscussionThread> ORDER =
            Comparator.comparingInt(Primaries::standing).thenComparing(Primaries::turns);

    private Primaries() {}

    /**
     * The same threads with one primary on each platform.
     *
     * @param leftAlone platforms on which only a person chooses
     */
    static List<DiscussionThread> chosen(List<DiscussionThread> threads, Set<String> leftAlone) {
        Set<String> led = new HashSet<>();
        Set<DiscussionThread> primaries = new HashSet<>();
        threads.stream()
                .filter(thread -> isSaid(thread) || !leftAlone.contains(thread.platform()))
                .sorted(ORDER)
                .forEach(thread -> {
                    if (led.add(thread.platform())) {
                        primaries.add(thread);
                    }
                });
        return threads.stream()
                .map(thread -> OneThread.primary(thread, primaries.contains(thread)))
                .toList();
    }

    /** The repository has the last word, then people, then what was found. */
    private static int standing(DiscussionThread thread) {
        return switch (thread.origin()) {
            case FRONT_MATTER -> 0;
            case GIVEN -> 1;
            case ANNOUNCEMENT -> 2;
            case FOUND -> 3;
        };
    }

    /** Of what people said the newest first; of what came by itself the oldest, or each would give way to the next. */
    private static int turns(DiscussionThread one, DiscussionThread other) {
        return isSaid(one)
                ? other.foundAt().compareTo(one.foundAt())
                : one.foundAt().compareTo(other.foundAt());
    }

    static boolean isSaid(DiscussionThread thread) {
        return thread.origin() == Origin.FRONT_MATTER || thread.origin() == Origin.GIVEN;
    }
}
