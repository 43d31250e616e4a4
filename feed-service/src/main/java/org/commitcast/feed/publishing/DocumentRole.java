package org.commitcast.feed.publishing;

/** What a document is for. */
enum DocumentRole {
    /** A feed, as readers subscribe to it. */
    FEED,
    /** A page of a feed's archive. */
    ARCHIVE,
    /** What belongs to an item: its chapters, its transcript. */
    ITEM
}
