package org.commitcast.feed.publishing;

import java.net.URI;
import java.time.Instant;
import org.commitcast.feed.serving.DocumentBody;
import org.commitcast.feed.serving.DocumentType;
import org.commitcast.feed.serving.Standing;
import org.commitcast.feedrendering.document.FeedFormat;
import org.jspecify.annotations.Nullable;

/**
 * A document of a feed, made from what the store holds.
 *
 * @param file its path below the site's
 * @param archive whether it is one, and not what readers subscribe to
 * @param publicUrl where readers subscribe to it; absent for archives
 * @param elsewhere where readers are to go instead, if they are
 * @param through the site's sequence up to which it knows all items
 */
public record Composition(
        String feed,
        FeedFormat format,
        String file,
        boolean archive,
        @Nullable URI publicUrl,
        @Nullable URI elsewhere,
        Standing standing,
        DocumentBody body,
        long through,
        Instant lastModified) {

    DocumentDraft draft() {
        DocumentType type = DocumentType.of(format);
        DocumentDraft draft = archive
                ? DocumentDraft.archive(file, type, feed, body, through, lastModified)
                : DocumentDraft.ofFeed(file, type, feed, publicUrl, body, through, lastModified);
        return draft.instead(elsewhere);
    }

    public String etag() {
        return body.etag();
    }
}
