package org.commitcast.feed.publishing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.feed.serving.DocumentBody;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.DocumentType;
import org.commitcast.feed.serving.Standing;
import org.commitcast.feedrendering.FailedItem;
import org.commitcast.feedrendering.FeedManifest;
import org.commitcast.feedrendering.document.FeedFormat;

/**
 * A feed in one format, made from what the store holds.
 *
 * @param url where this deployment serves it
 * @param publicUrl where readers subscribe
 * @param through the site's sequence up to which it knows all items
 */
public record Composition(
        FeedDefinition feed,
        FeedFormat format,
        URI url,
        URI publicUrl,
        Standing standing,
        DocumentBody body,
        FeedManifest manifest,
        List<FailedItem> failed,
        long through,
        Instant lastModified) {
    public Composition {
        failed = List.copyOf(failed);
    }

    /** Of the site that it is of. */
    public DocumentKey key(String site) {
        return DocumentKey.of(site, feed.name(), format);
    }

    DocumentDraft draft() {
        return new DocumentDraft(
                feed.name() + format.ending(),
                DocumentType.of(format),
                DocumentRole.FEED,
                feed.name(),
                publicUrl,
                body,
                through,
                lastModified);
    }

    public String etag() {
        return body.etag();
    }
}
