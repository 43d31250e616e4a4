package org.commitcast.ingest.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a commit did to an item.
 *
 * @param previousPath where it was, if it was moved
 */
public record Touch(String contentId, Kind kind, String path, @Nullable String previousPath) {

    /** What was done. */
    public enum Kind {
        ADDED,
        CHANGED,
        MOVED,
        REMOVED
    }
}
