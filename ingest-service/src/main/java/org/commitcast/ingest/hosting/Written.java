package org.commitcast.ingest.hosting;

/**
 * What was written to a path.
 *
 * @param etag of the document
 * @param blob its object id
 */
record Written(String etag, String blob) {}
