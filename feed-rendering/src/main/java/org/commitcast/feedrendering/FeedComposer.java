package org.commitcast.feedrendering;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.feedrendering.atom.AtomFeed;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.FeedShell;
import org.commitcast.feedrendering.jsonfeed.JsonFeed;
import org.commitcast.feedrendering.rss.RssFeed;
import org.jspecify.annotations.Nullable;

/** Puts rendered items together to a feed. No clock, no arrival order: the same inputs always give the same bytes. */
public final class FeedComposer {
    /** Raised whenever the same inputs come to give other bytes, of items or of what is around them. */
    public static final int VERSION = 6;

    /** Writes a feed that is one RSS document. */
    public FeedManifest compose(
            SiteDefinition site, FeedDefinition feed, URI publicUrl, Iterator<RenderedItem> items, OutputStream target)
            throws IOException {
        return compose(FeedFrame.of(site, feed, FeedFormat.RSS, publicUrl), items, target);
    }

    /**
     * Writes the document as UTF-8; of the items, never more than one is in memory.
     *
     * @param items in the frame's format, newest first, among equals by content id, and only as many as the document is
     *     to have
     * @return what the document lists
     * @throws IOException when {@code target} cannot be written to
     */
    public FeedManifest compose(FeedFrame frame, Iterator<RenderedItem> items, OutputStream target) throws IOException {
        @Nullable RenderedItem next = next(items);
        FeedShell shell = shell(frame, next == null ? null : next.date());
        Map<String, String> digests = new LinkedHashMap<>();
        target.write(shell.head());
        while (next != null) {
            target.write(next.bytes());
            digests.put(next.contentId(), next.digest());
            next = next(items);
            if (next != null) {
                target.write(shell.separator());
            }
        }
        target.write(shell.tail());
        return new FeedManifest(digests);
    }

    /** Another one wherever a document of the same items would be another one. */
    public String fingerprint(FeedFrame frame) {
        try {
            FeedShell shell = shell(frame, null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(shell.head());
            bytes.write(shell.separator());
            bytes.write(shell.tail());
            return Digest.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeedShell shell(FeedFrame frame, @Nullable Instant newest) {
        return switch (frame.format()) {
            case RSS -> RssFeed.around(frame, newest);
            case ATOM -> AtomFeed.around(frame, newest);
            case JSON -> JsonFeed.around(frame);
        };
    }

    private static @Nullable RenderedItem next(Iterator<RenderedItem> items) {
        return items.hasNext() ? items.next() : null;
    }
}
