package org.commitcast.feedrendering.rss;

import java.net.URI;
import java.util.Map;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.PageRelation;
import org.commitcast.feedrendering.xml.Namespace;
import org.commitcast.feedrendering.xml.XmlWriter;

/**
 * Writes where a feed, its other documents and its hub are, in Atom's words, which RSS readers know.
 *
 * @see <a href="https://www.w3.org/TR/websub/#discovery">WebSub, discovery</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5005">RFC 5005, feed paging and archiving</a>
 */
final class RssLinks {
    private RssLinks() {}

    static void write(XmlWriter xml, FeedFrame frame) {
        String type = frame.format().mediaType();
        URI hub = frame.hub();
        link(xml, frame.selfUrl(), "self", type);
        for (Map.Entry<PageRelation, URI> page : frame.pages().links().entrySet()) {
            link(xml, page.getValue(), page.getKey().word(), type);
        }
        if (hub != null) {
            xml.start(Namespace.ATOM, "link");
            xml.attribute("href", hub.toString());
            xml.attribute("rel", "hub");
            xml.end();
        }
        if (frame.pages().archive()) {
            xml.start(Namespace.FEED_HISTORY, "archive");
            xml.end();
        }
    }

    private static void link(XmlWriter xml, URI address, String relation, String type) {
        xml.start(Namespace.ATOM, "link");
        xml.attribute("href", address.toString());
        xml.attribute("rel", relation);
        xml.attribute("type", type);
        xml.end();
    }
}
