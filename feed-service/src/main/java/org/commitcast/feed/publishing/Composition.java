package org.commitcast.feed.publishing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.feed.serving.FeedBody;
import org.commitcast.feed.serving.FeedKey;
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
        FeedBody body,
        FeedManifest manifest,
        List<FailedItem> failed,
        long through,
        Instant lastModified) {
    public Composition {
        failed = List.copyOf(failed);
    }

    /** Of the site that it is of. */
    public FeedKey key(String site) {
        return new FeedKey(site, feed.name(), format);
    }

    public String etag() {
        return body.etag();
    }
}
