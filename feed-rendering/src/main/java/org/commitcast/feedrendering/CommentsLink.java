package org.commitcast.feedrendering;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.jspecify.annotations.Nullable;

/** Chooses the one thread that RSS has room for. */
final class CommentsLink {
    private static final List<String> PREFERRED = List.of("reddit", "hackernews", "lobsters", "lemmy");

    private CommentsLink() {}

    /** The primary thread that is known; else the one that the document names. */
    static Optional<String> of(ContentSnapshot item, @Nullable DiscussionState discussions) {
        return Stream.of(known(discussions), named(item.links()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> known(@Nullable DiscussionState discussions) {
        return Stream.ofNullable(discussions)
                .flatMap(state -> state.threads().stream())
                .filter(thread -> thread.primary() && isPage(thread.url()))
                .min(Comparator.comparing(DiscussionThread::platform, CommentsLink::compare)
                        .thenComparing(DiscussionThread::url))
                .map(DiscussionThread::url);
    }

    private static Optional<String> named(Map<String, String> links) {
        return links.entrySet().stream()
                .filter(link -> isPage(link.getValue()))
                .min(Map.Entry.comparingByKey(CommentsLink::compare))
                .map(Map.Entry::getValue);
    }

    private static int compare(String one, String other) {
        return Comparator.comparingInt(CommentsLink::rank)
                .thenComparing(Comparator.<String>naturalOrder())
                .compare(one, other);
    }

    private static int rank(String platform) {
        int position = PREFERRED.indexOf(platform);
        return position < 0 ? PREFERRED.size() : position;
    }

    private static boolean isPage(String url) {
        String start = url.toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://");
    }
}
