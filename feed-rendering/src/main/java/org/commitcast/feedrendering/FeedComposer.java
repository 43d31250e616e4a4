package org.commitcast.feedrendering;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteDefinition;

/** Puts rendered items together to a feed. No clock, no arrival order: the same inputs always give the same bytes. */
public final class FeedComposer {

    /** The feed with its newest items, as many as it is defined to have. */
    public ComposedFeed compose(
            SiteDefinition site, FeedDefinition feed, URI publicUrl, Collection<RenderedItem> items) {
        Integer limit = feed.limit();
        List<RenderedItem> listed = items.stream()
                .sorted(RenderedItem.NEWEST_FIRST)
                .limit(limit == null ? items.size() : Math.max(0, limit))
                .toList();
        int size = listed.stream().mapToInt(item -> item.xml().length).sum();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size + 8192);
        try {
            write(bytes, site, feed, publicUrl, listed);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("feed " + feed.name() + " cannot be written", e);
        }
        return new ComposedFeed(bytes.toByteArray(), FeedManifest.of(listed));
    }

    private static void write(
            ByteArrayOutputStream bytes,
            SiteDefinition site,
            FeedDefinition feed,
            URI publicUrl,
            List<RenderedItem> items)
            throws XMLStreamException {
        XmlWriter xml = new XmlWriter(bytes);
        xml.startDocument();
        xml.start("rss");
        xml.attribute("version", "2.0");
        for (Namespace namespace : Namespace.values()) {
            xml.declare(namespace);
        }
        xml.newLine();
        xml.start("channel");
        xml.newLine();
        new RssChannel(xml, site, feed, publicUrl).writeHead(items);
        xml.flush();
        for (RenderedItem item : items) {
            bytes.writeBytes(item.xml());
        }
        xml.end();
        xml.end();
        xml.endDocument();
    }
}
