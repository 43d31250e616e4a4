package org.commitcast.feed.publishing;

import java.net.URI;
import java.time.Instant;
import org.commitcast.feed.serving.DocumentBody;
import org.commitcast.feed.serving.DocumentType;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is to be served.
 *
 * @param file its path below the site's, like {@code podcast/3.rss}; segments of ASCII letters, digits, {@code . _ -}
 * @param feed the feed that it belongs to, with which it ends; absent where it belongs to an item
 * @param publicUrl where readers subscribe to it; absent where they do not
 * @param elsewhere where readers are to go instead, if they are
 * @param through the site's sequence up to which it knows all items
 */
record DocumentDraft(
        String file,
        DocumentType type,
        DocumentRole role,
        @Nullable String feed,
        @Nullable URI publicUrl,
        @Nullable URI elsewhere,
        DocumentBody body,
        long through,
        Instant lastModified) {

    /** A feed as readers subscribe to it. */
    static DocumentDraft ofFeed(
            String file,
            DocumentType type,
            String feed,
            @Nullable URI publicUrl,
            DocumentBody body,
            long through,
            Instant lastModified) {
        return new DocumentDraft(file, type, DocumentRole.FEED, feed, publicUrl, null, body, through, lastModified);
    }

    /** A page of a feed's archive. */
    static DocumentDraft archive(
            String file, DocumentType type, String feed, DocumentBody body, long through, Instant lastModified) {
        return new DocumentDraft(file, type, DocumentRole.ARCHIVE, feed, null, null, body, through, lastModified);
    }

    /** Something of an item. */
    static DocumentDraft ofItem(String file, DocumentType type, DocumentBody body, long through, Instant lastModified) {
        return new DocumentDraft(file, type, DocumentRole.ITEM, null, null, null, body, through, lastModified);
    }

    /** The same, with readers who are to go there; or not, where nothing is said. */
    DocumentDraft instead(@Nullable URI address) {
        return new DocumentDraft(file, type, role, feed, publicUrl, address, body, through, lastModified);
    }
}
