package org.commitcast.feedrendering;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteDefinition;
import org.jspecify.annotations.Nullable;

/** Puts rendered items together to a feed. No clock, no arrival order: the same inputs always give the same bytes. */
public final class FeedComposer {
    /** Raised whenever the same inputs come to give other bytes, of items or of what is around them. */
    public static final int VERSION = 1;

    /**
     * Writes the feed as UTF-8; of the items, never more than one is in memory.
     *
     * @param items newest first, among equals by content id, and only as many as the feed is to have
     * @return what the feed lists
     * @throws IOException when {@code target} cannot be written to
     */
    public FeedManifest compose(
            SiteDefinition site, FeedDefinition feed, URI publicUrl, Iterator<RenderedItem> items, OutputStream target)
            throws IOException {
        try {
            return write(new XmlWriter(target), site, feed, publicUrl, items, target);
        } catch (XMLStreamException e) {
            throw new IOException("feed " + feed.name() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static FeedManifest write(
            XmlWriter xml,
            SiteDefinition site,
            FeedDefinition feed,
            URI publicUrl,
            Iterator<RenderedItem> items,
            OutputStream target)
            throws XMLStreamException, IOException {
        @Nullable RenderedItem next = next(items);
        xml.startDocument();
        xml.start("rss");
        xml.attribute("version", "2.0");
        for (Namespace namespace : Namespace.values()) {
            xml.declare(namespace);
        }
        xml.newLine();
        xml.start("channel");
        xml.newLine();
        new RssChannel(xml, site, feed, publicUrl).writeHead(next == null ? null : next.date());
        xml.flush();
        Map<String, String> digests = new LinkedHashMap<>();
        for (; next != null; next = next(items)) {
            target.write(next.xml());
            digests.put(next.contentId(), FeedManifest.digest(next));
        }
        xml.end();
        xml.end();
        xml.endDocument();
        return new FeedManifest(digests);
    }

    private static @Nullable RenderedItem next(Iterator<RenderedItem> items) {
        return items.hasNext() ? items.next() : null;
    }
}
