package org.commitcast.feedrendering.rss;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
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
    public static FeedShell around(FeedFrame frame, @Nullable Instant newest) {
        XmlWriter xml = new XmlWriter();
        xml.startDocument();
        open(xml);
        xml.start("channel");
        xml.newLine();
        new RssChannel(xml, frame).write(newest);
        byte[] head = xml.taken();
        xml.end();
        xml.end();
        return new FeedShell(head, new byte[0], xml.taken());
    }

    /** The beginning of a document, up to its channel: with every prefix that items use and do not declare. */
    public static String opening() {
        XmlWriter xml = new XmlWriter();
        open(xml);
        return new String(xml.taken(), StandardCharsets.UTF_8);
    }

    private static void open(XmlWriter xml) {
        xml.start("rss");
        xml.attribute("version", "2.0");
        for (Namespace namespace : USED) {
            xml.declare(namespace);
        }
        xml.newLine();
    }
}
