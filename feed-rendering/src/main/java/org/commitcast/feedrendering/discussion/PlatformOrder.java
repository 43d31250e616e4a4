package org.commitcast.feedrendering.discussion;

import java.util.Comparator;
import java.util.List;

/** Which platform is named before which: those made for talk about links first. */
final class PlatformOrder {
    private static final List<String> PREFERRED = List.of("reddit", "hackernews", "lobsters", "lemmy");

    /** Compares names of platforms. */
    static final Comparator<String> BY_NAME =
            Comparator.comparingInt(PlatformOrder::rank).thenComparing(Comparator.naturalOrder());

    /** Compares places of all platforms. */
    static final Comparator<Place> PRIMARY_FIRST = Comparator.comparing(Place::primary)
            .reversed()
            .thenComparing(Place::platform, BY_NAME)
            .thenComparing(Place::url);

    private PlatformOrder() {}

    private static int rank(String platform) {
        int position = PREFERRED.indexOf(platform);
        return position < 0 ? PREFERRED.size() : position;
    }
}
