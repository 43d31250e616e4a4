package org.commitcast.notify.announcement;

import java.time.Instant;
import org.commitcast.contentevents.ContentSnapshot;
import org.jspecify.annotations.Nullable;

/** What is news. */
final class News {
    private News() {}

    /**
     * Decided from state alone, so that a replay, a rebuild or a moved file makes nothing new again: an item that is
     * out, was not part of the site's history, and came after the channel was set up.
     *
     * @param activatedAt when the channel began to serve the item's site; absent where it does not
     */
    static boolean isNew(ContentSnapshot item, @Nullable Instant activatedAt) {
        return item.published()
                && !item.baseline()
                && activatedAt != null
                && !item.firstPublishedAt().isBefore(activatedAt);
    }
}
