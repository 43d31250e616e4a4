package org.commitcast.feedrendering.rss;

import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.feedrendering.apple.AppleEpisode;
import org.commitcast.feedrendering.chapters.SimpleChapters;
import org.commitcast.feedrendering.item.Item;
import org.commitcast.feedrendering.podcast.PodcastEpisode;
import org.commitcast.feedrendering.text.MailDate;
import org.commitcast.feedrendering.xml.Namespace;
import org.commitcast.feedrendering.xml.XmlWriter;

/**
 * Writes an {@code item} element.
 *
 * @see <a href="https://www.rssboard.org/rss-specification#hrelementsOfLtitemgt">RSS 2.0, elements of item</a>
 */
public final class RssItem {
    private final XmlWriter xml;
    private final Item item;
    private final ContentSnapshot snapshot;

    public RssItem(XmlWriter xml, Item item) {
        this.xml = xml;
        this.item = item;
        this.snapshot = item.snapshot();
    }

    public void write() {
        xml.start("item");
        xml.newLine();
        xml.element("title", snapshot.title());
        xml.element("link", snapshot.url());
        writeGuid();
        xml.element("pubDate", MailDate.of(snapshot.date()));
        xml.element("description", item.description());
        xml.element(Namespace.CONTENT, "encoded", item.content().orElse(null));
        for (String tag : snapshot.tags()) {
            xml.element("category", tag);
        }
        xml.element("comments", item.comments().orElse(null));
        writeEnclosure();
        if (item.isEpisode()) {
            new AppleEpisode(xml, item).write();
            new PodcastEpisode(xml, item).write();
            SimpleChapters.write(xml, snapshot.chapters());
        } else {
            writeAuthors();
            new PodcastEpisode(xml, item).writeThreads();
        }
        xml.end();
    }

    private void writeGuid() {
        xml.start("guid");
        // Only the item's present page is a permanent link; a guid that once was an address no longer leads anywhere.
        xml.attribute("isPermaLink", Boolean.toString(snapshot.guid().equals(snapshot.url())));
        xml.text(snapshot.guid());
        xml.end();
    }

    private void writeEnclosure() {
        Enclosure enclosure = snapshot.enclosure();
        if (enclosure == null) {
            return;
        }
        Long length = enclosure.length();
        xml.start("enclosure");
        xml.attribute("url", enclosure.url());
        // RSS demands a length; 0 is its way to say unknown.
        xml.attribute("length", length == null ? "0" : length.toString());
        xml.attribute("type", enclosure.type());
        xml.end();
    }

    private void writeAuthors() {
        // RSS's own author must be an address; a name belongs here.
        for (String author : snapshot.authors()) {
            xml.element(Namespace.DUBLIN_CORE, "creator", author);
        }
    }
}
