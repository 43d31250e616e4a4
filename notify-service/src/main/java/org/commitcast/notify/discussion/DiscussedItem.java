package org.commitcast.notify.discussion;

import org.commitcast.contentevents.ContentSnapshot;

/** An item that threads are about. */
public record DiscussedItem(String site, String incarnation, String contentId) {

    public static DiscussedItem of(ContentSnapshot item) {
        return new DiscussedItem(item.site(), item.incarnation(), item.contentId());
    }
}
