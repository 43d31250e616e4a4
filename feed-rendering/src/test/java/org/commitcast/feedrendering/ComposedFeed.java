package org.commitcast.feedrendering;

/** A feed document and what it lists. */
final class ComposedFeed {
    private final byte[] bytes;
    private final FeedManifest manifest;

    ComposedFeed(byte[] bytes, FeedManifest manifest) {
        this.bytes = bytes;
        this.manifest = manifest;
    }

    /** The document, UTF-8. Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** The items in it. */
    FeedManifest manifest() {
        return manifest;
    }
}
