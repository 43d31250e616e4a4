package org.commitcast.ingest.hosting;

import java.util.List;

/**
 * What feed-service has of a site at one moment.
 *
 * @param settled whether that is all of it: neither is the site imported nor a batch half there
 * @param through the site's sequence up to which it knows all items
 */
record Listing(String incarnation, boolean settled, long through, List<Listed> documents) {

    /**
     * A document.
     *
     * @param file its path below the site's
     * @param etag of its bytes
     */
    record Listed(String file, String etag) {}
}
