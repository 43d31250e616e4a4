package org.commitcast.feed.serving;

/** How a feed stands towards its readers. */
public enum Standing {
    /** Its site's baseline is not complete. */
    IMPORTING,
    /** It never had an item. */
    EMPTY,
    /** It is there. */
    SERVED,
    /** Its site was removed, or its definition. */
    GONE
}
