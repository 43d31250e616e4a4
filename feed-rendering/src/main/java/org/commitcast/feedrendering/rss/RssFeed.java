package org.commitcast.feedrendering.rss;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.FeedShell;
import org.commitcast.feedrendering.xml.Namespace;
import org.commitcast.feedrendering.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/** An RSS document around its items. */
public final class RssFeed {
    private static final Set<Namespace> USED =
            EnumSet.complementOf(EnumSet.of(Namespace.MEDIA, Namespace.PODLOVE_CHAPTERS));

    private RssFeed() {}

    /**
     * What stands before and after the items.
     *
     * @param newest the date of the newest item, if there is one
     */
    public static FeedShell around(FeedFrame frame, @Nullable Instant newest) throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XmlWriter xml = new XmlWriter(bytes);
        xml.startDocument();
        open(xml);
        xml.start("channel");
        xml.newLine();
        new RssChannel(xml, frame).write(newest);
        xml.flush();
        byte[] head = bytes.toByteArray();
        bytes.reset();
        xml.end();
        xml.end();
        xml.endDocument();
        return new FeedShell(head, new byte[0], bytes.toByteArray());
    }

    /** The beginning of a document, up to its channel: with every prefix that items use and do not declare. */
    public static String opening() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XmlWriter xml = new XmlWriter(bytes);
            open(xml);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory can always be written to", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void open(XmlWriter xml) throws XMLStreamException {
        xml.start("rss");
        xml.attribute("version", "2.0");
        for (Namespace namespace : USED) {
            xml.declare(namespace);
        }
        xml.newLine();
    }
}
