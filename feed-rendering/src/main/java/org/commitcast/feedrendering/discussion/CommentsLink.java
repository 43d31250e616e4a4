package org.commitcast.feedrendering.discussion;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.jspecify.annotations.Nullable;

/** Chooses the one thread that RSS has room for. */
public final class CommentsLink {
    private CommentsLink() {}

    /** The primary thread that is known; else the one that the document names. */
    public static Optional<String> of(ContentSnapshot item, @Nullable DiscussionState discussions) {
        return known(discussions).or(() -> named(item.links()));
    }

    private static Optional<String> known(@Nullable DiscussionState discussions) {
        List<DiscussionThread> threads = discussions == null ? List.of() : discussions.threads();
        return threads.stream()
                .filter(thread -> thread.primary() && isPage(thread.url()))
                .min(Comparator.comparing(DiscussionThread::platform, PlatformOrder.BY_NAME)
                        .thenComparing(DiscussionThread::url))
                .map(DiscussionThread::url);
    }

    private static Optional<String> named(Map<String, String> links) {
        return links.entrySet().stream()
                .filter(link -> isPage(link.getValue()))
                .min(Map.Entry.comparingByKey(PlatformOrder.BY_NAME))
                .map(Map.Entry::getValue);
    }

    private static boolean isPage(String url) {
        String start = url.toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://");
    }
}
