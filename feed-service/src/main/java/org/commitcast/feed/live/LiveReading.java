package org.commitcast.feed.live;

import org.commitcast.feeddifference.ReadFeed;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a feed where its readers have it.
 *
 * @param feed absent where there is none
 * @param problem why not, for people
 */
record LiveReading(@Nullable ReadFeed feed, String problem) {
    static LiveReading of(ReadFeed feed) {
        return new LiveReading(feed, "");
    }

    static LiveReading none(String problem) {
        return new LiveReading(null, problem);
    }
}
