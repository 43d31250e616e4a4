package org.commitcast.feed.store;

import java.util.stream.Stream;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteDefinition;

/** The feeds of a site that are made. */
public final class SiteFeeds {
    private SiteFeeds() {}

    /** Those that are not over, in their order. */
    public static Stream<FeedDefinition> open(SiteDefinition site) {
        return site.feeds().stream().filter(feed -> !feed.closed());
    }
}
