package org.commitcast.notify.discussionpage;

import java.time.Instant;
import java.util.List;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.jspecify.annotations.Nullable;

/**
 * An item and where it is talked about.
 *
 * @param language of the item, or else of its site
 * @param gone whether it is withdrawn, or its site removed
 * @param leftOut how many threads there are beyond these
 * @param at when anything of this last changed
 */
record Discussed(
        String site,
        String item,
        String title,
        String url,
        @Nullable String language,
        boolean gone,
        List<DiscussionThread> threads,
        int leftOut,
        Instant at) {

    Discussed {
        threads = List.copyOf(threads);
    }
}
