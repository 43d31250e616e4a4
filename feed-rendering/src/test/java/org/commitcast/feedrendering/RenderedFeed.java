package org.commitcast.feedrendering;

import java.util.List;

/**
 * A feed and what had to be left out of it.
 *
 * @param failed by content id
 */
record RenderedFeed(ComposedFeed feed, List<FailedItem> failed) {
    RenderedFeed {
        failed = List.copyOf(failed);
    }
}
