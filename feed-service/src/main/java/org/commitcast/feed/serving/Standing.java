package org.commitcast.feed.serving;

/** How a document stands towards its readers. */
public enum Standing {
    /** Its site's baseline is not complete. */
    IMPORTING,
    /** It never had an item. */
    EMPTY,
    /** It is there. */
    SERVED,
    /** Somebody else makes it, and readers have it there; it is kept to be compared. */
    EXTERNAL,
    /** It is no longer a part of what it belonged to, which may be there: it may come again. */
    WITHDRAWN,
    /** Its site was removed, or its definition. */
    GONE
}
