package org.commitcast.feed.serving;

/**
 * What must be known of a body to answer those who have it, or want its headers alone.
 *
 * @param etag the strong tag of the bytes as they are
 * @param length how long the bytes as they are would be
 * @param gzipLength how long they are compressed
 */
public record BodyFacts(String etag, int length, int gzipLength) {

    /** The strong tag of the compressed form: other bytes, so another one, but derived from the same. */
    public String gzipEtag() {
        return etag.substring(0, etag.length() - 1) + "-gzip\"";
    }
}
