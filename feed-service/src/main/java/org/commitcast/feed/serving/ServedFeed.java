package org.commitcast.feed.serving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What readers of a feed get. Never changed, only replaced.
 *
 * @param dateDecides whether Last-Modified tells this state from its predecessor: not when both are of one second
 * @param body there exactly when the feed is served
 */
public record ServedFeed(
        FeedKey key,
        Edition edition,
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
                && present.edition.incarnation().equals(edition.incarnation());
        return edition.isNewerThan(present.edition) && !wouldTakeAway;
    }
}
