package org.commitcast.feed.rebuild;

import java.util.List;

/**
 * What a rebuild found.
 *
 * @param identical whether every feed came out byte for byte as it was served
 * @param records how many records of the site were read
 */
public record RebuildReport(String site, boolean identical, long records, List<RebuiltFeed> feeds) {
    public RebuildReport {
        feeds = List.copyOf(feeds);
    }

    /**
     * One feed.
     *
     * @param etag of the rebuilt bytes
     */
    public record RebuiltFeed(String feed, boolean identical, String etag, int items) {}
}
