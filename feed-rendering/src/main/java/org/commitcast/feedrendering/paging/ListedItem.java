package org.commitcast.feedrendering.paging;

import java.time.Instant;
import java.util.List;

/**
 * An item of a feed without its text: enough to say in which documents it stands, and whether these say anything new. One
 * that was taken away, or cannot be rendered, keeps its place in the archives, so that all others keep theirs.
 *
 * @param stands whether documents list it
 * @param date of its publication, which orders the feed; milliseconds since 1970
 * @param modified when anything that it is made of last changed
 * @param bytes how many it takes at most, in whichever format
 * @param digest of its bytes in RSS, which is what others are told of
 * @param digests of its bytes in all formats
 */
public record ListedItem(
        String contentId, boolean stands, long date, Instant modified, int bytes, String digest, String digests) {

    /** Those of the items that documents list. */
    public static List<ListedItem> standing(List<ListedItem> items) {
        return items.stream().filter(ListedItem::stands).toList();
    }
}
