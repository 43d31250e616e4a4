package org.commitcast.contentevents;

/** What an item is. */
public enum Kind {
    EPISODE,
    POST
}
