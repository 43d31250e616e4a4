package org.commitcast.feed.serving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What readers of a feed get. Never changed, only replaced.
 *
 * @param incarnation of the site
 * @param version of the stored document; 0 for one that comes from disk and gives way to any stored one
 * @param dateDecides whether Last-Modified tells this state from its predecessor: not when both are of one second
 * @param body there exactly when the feed is served
 */
public record ServedFeed(
        FeedKey key,
        String incarnation,
        long version,
        Standing standing,
        Instant lastModified,
        boolean dateDecides,
        @Nullable FeedBody body) {

    /** Whether this should replace what is served now. */
    boolean replaces(@Nullable ServedFeed present) {
        if (present == null) {
            return true;
        }
        boolean wouldTakeAway = standing == Standing.IMPORTING
                && present.standing == Standing.SERVED
                && present.incarnation.equals(incarnation);
        return version > present.version && !wouldTakeAway;
    }
}
