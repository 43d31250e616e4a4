package org.commitcast.feed.publishing;

import java.util.List;
import org.commitcast.feedrendering.paging.ListedItem;

/**
 * How a feed's items are spread over documents.
 *
 * @param archives those that may be other than they were, oldest first
 * @param archived how many archives there are
 * @param subscribed the items of what readers subscribe to, newest first
 * @param unarchived those of them that stand in no archive
 * @param items how many the feed has
 */
record FeedPlan(
        List<Archive> archives, int archived, List<ListedItem> subscribed, List<ListedItem> unarchived, int items) {

    /**
     * A page of the past.
     *
     * @param number counted from the oldest one, which has 1
     * @param places its items, newest first, with those that are not there any more
     */
    record Archive(int number, List<ListedItem> places) {

        /** What it lists. */
        List<ListedItem> newestFirst() {
            return ListedItem.standing(places);
        }
    }
}
