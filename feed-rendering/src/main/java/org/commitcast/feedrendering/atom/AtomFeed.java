package org.commitcast.feedrendering.atom;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.FeedShell;
import org.commitcast.feedrendering.document.PageRelation;
import org.commitcast.feedrendering.text.Timestamp;
import org.commitcast.feedrendering.xml.Namespace;
import org.commitcast.feedrendering.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * An Atom document around its entries.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1">RFC 4287, the feed element</a>
 */
public final class AtomFeed {
    private final XmlWriter xml;
    private final FeedFrame frame;
    private final SiteDefinition site;

    private AtomFeed(XmlWriter xml, FeedFrame frame) {
        this.xml = xml;
        this.frame = frame;
        this.site = frame.site();
    }

    /**
     * What stands before and after the entries.
     *
     * @param newest the date of the newest item, if there is one
     */
    public static FeedShell around(FeedFrame frame, @Nullable Instant newest) {
        XmlWriter xml = new XmlWriter();
        xml.startDocument();
        // Every feed must say a date; one without items has none to say.
        new AtomFeed(xml, frame).write(Timestamp.of(newest == null ? Instant.EPOCH : newest));
        byte[] head = xml.taken();
        xml.end();
        return new FeedShell(head, new byte[0], xml.taken());
    }

    private void write(String updated) {
        xml.start("feed");
        xml.declareAsDefault(Namespace.ATOM);
        xml.declare(Namespace.FEED_HISTORY);
        xml.declare(Namespace.MEDIA);
        xml.language(site.language());
        xml.newLine();
        xml.element("generator", "Commitcast");
        writeLinks();
        if (frame.pages().archive()) {
            xml.start(Namespace.FEED_HISTORY, "archive");
            xml.end();
        }
        xml.element("updated", updated);
        xml.element("id", frame.publicUrl().toString());
        xml.start("title");
        xml.text(frame.title());
        xml.end();
        xml.element("subtitle", frame.description().equals(frame.title()) ? null : frame.description());
        xml.element("rights", site.copyright());
        writeImage();
        writeAuthor();
    }

    private void writeLinks() {
        URI home = site.url();
        URI hub = frame.hub();
        String type = frame.format().mediaType();
        link("self", frame.selfUrl(), type);
        if (home != null) {
            link("alternate", home, "text/html");
        }
        for (Map.Entry<PageRelation, URI> page : frame.pages().links().entrySet()) {
            link(page.getKey().word(), page.getValue(), type);
        }
        if (hub != null) {
            link("hub", hub, null);
        }
    }

    private void link(String relation, URI address, @Nullable String type) {
        xml.start("link");
        xml.attribute("href", address.toString());
        xml.attribute("rel", relation);
        xml.optional("type", type);
        xml.end();
    }

    private void writeImage() {
        URI image = frame.image();
        if (image != null) {
            xml.element("icon", image.toString());
            xml.element("logo", image.toString());
        }
    }

    private void writeAuthor() {
        String author = site.author();
        // Entries without an author need the feed's, so there is always one.
        xml.start("author");
        xml.newLine();
        xml.element("name", author == null ? frame.title() : author);
        xml.element("email", site.email());
        xml.end();
    }
}
