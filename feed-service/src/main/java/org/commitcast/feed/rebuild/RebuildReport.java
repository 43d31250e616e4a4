package org.commitcast.feed.rebuild;

import java.util.List;

/**
 * What a rebuild found.
 *
 * @param identical whether everything came out byte for byte as it was served
 * @param records how many records of the site were read
 * @param itemDocuments how many chapters and transcripts its items have
 * @param differentItemDocuments which of these came out otherwise, are missing, or should not be served
 */
public record RebuildReport(
        String site,
        boolean identical,
        long records,
        List<RebuiltFeed> feeds,
        int itemDocuments,
        List<String> differentItemDocuments) {
    public RebuildReport {
        feeds = List.copyOf(feeds);
        differentItemDocuments = List.copyOf(differentItemDocuments);
    }

    /**
     * One feed.
     *
     * @param etag of the rebuilt bytes that readers subscribe to
     * @param items how many it has
     * @param documents how many these fill, archives included
     */
    public record RebuiltFeed(String feed, boolean identical, String etag, int items, int documents) {}
}
