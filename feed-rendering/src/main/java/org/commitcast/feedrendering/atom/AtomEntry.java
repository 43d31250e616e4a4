package org.commitcast.feedrendering.atom;

import java.util.List;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.feedrendering.discussion.Places;
import org.commitcast.feedrendering.item.Item;
import org.commitcast.feedrendering.text.Timestamp;
import org.commitcast.feedrendering.xml.Namespace;
import org.commitcast.feedrendering.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes an {@code entry} element.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2">RFC 4287, the entry element</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4685">RFC 4685, replies</a>
 */
public final class AtomEntry {
    private final XmlWriter xml;
    private final Item item;
    private final ContentSnapshot snapshot;

    public AtomEntry(XmlWriter xml, Item item) {
        this.xml = xml;
        this.item = item;
        this.snapshot = item.snapshot();
    }

    public void write() {
        String published = Timestamp.of(snapshot.date());
        xml.start("entry");
        xml.language(snapshot.language());
        xml.newLine();
        xml.start("title");
        xml.text(snapshot.title());
        xml.end();
        link("alternate", snapshot.url(), "text/html");
        xml.element("published", published);
        xml.element("updated", item.modified().map(Timestamp::of).orElse(published));
        xml.element("id", EntryId.of(snapshot));
        writeText("content", item.content().orElse(null));
        writeText("summary", item.summary().orElse(null));
        writePeople();
        for (String tag : snapshot.tags()) {
            category(tag);
        }
        writeEnclosure();
        for (String place : replies()) {
            link("replies", place, "text/html");
        }
        if (snapshot.image() != null) {
            xml.reference(Namespace.MEDIA, "thumbnail", "url", snapshot.image());
        }
        xml.end();
    }

    private List<String> replies() {
        return Places.urls(snapshot, item.inputs().discussions());
    }

    private void writeText(String name, @Nullable String html) {
        if (html != null) {
            xml.start(name);
            xml.attribute("type", "html");
            xml.text(html);
            xml.end();
        }
    }

    private void writePeople() {
        for (String author : snapshot.authors()) {
            xml.start("author");
            xml.newLine();
            xml.element("name", author);
            xml.end();
        }
    }

    private void category(String tag) {
        xml.start("category");
        xml.attribute("term", tag);
        xml.end();
    }

    private void link(String relation, String address, String type) {
        xml.start("link");
        xml.attribute("href", address);
        xml.attribute("rel", relation);
        xml.attribute("type", type);
        xml.end();
    }

    private void writeEnclosure() {
        Enclosure enclosure = snapshot.enclosure();
        if (enclosure == null) {
            return;
        }
        Long length = enclosure.length();
        xml.start("link");
        xml.attribute("href", enclosure.url());
        xml.attribute("rel", "enclosure");
        xml.attribute("type", enclosure.type());
        xml.optional("length", length == null ? null : length.toString());
        xml.end();
    }
}
