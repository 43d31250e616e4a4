package org.commitcast.feedrendering.discussion;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.feedrendering.document.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * A page on which an item is talked about.
 *
 * @param primary whether it is the one of its platform
 */
record Place(String platform, String url, @Nullable String title, boolean primary) {
    private static final Map<String, String> NAMES = Map.of(
            "reddit", "Reddit",
            "hackernews", "Hacker News",
            "lobsters", "Lobsters",
            "lemmy", "Lemmy",
            "mastodon", "Mastodon",
            "bluesky", "Bluesky");

    /** All of them, in an order that does not depend on how they became known. */
    static List<Place> of(ContentSnapshot item, @Nullable DiscussionState discussions) {
        List<Place> known = Stream.ofNullable(discussions)
                .flatMap(state -> state.threads().stream())
                .filter(thread -> WebAddress.is(thread.url()))
                .map(Place::of)
                .toList();
        Predicate<Place> unknown = named -> known.stream()
                .noneMatch(place -> place.url().equals(named.url())
                        || (place.primary() && place.platform().equals(named.platform())));
        Stream<Place> named = item.links().entrySet().stream()
                .filter(link -> WebAddress.is(link.getValue()))
                .map(link -> new Place(link.getKey(), link.getValue(), null, true))
                .filter(unknown);
        return Stream.concat(known.stream(), named)
                .sorted(PlatformOrder.PRIMARY_FIRST)
                .distinct()
                .toList();
    }

    private static Place of(DiscussionThread thread) {
        return new Place(thread.platform(), thread.url(), thread.title(), thread.primary());
    }

    /** What readers know it by. */
    String name() {
        String known = NAMES.get(platform);
        return known == null ? host().orElse(url) : known;
    }

    private Optional<String> host() {
        return WebAddress.parse(url).map(URI::getHost);
    }
}
