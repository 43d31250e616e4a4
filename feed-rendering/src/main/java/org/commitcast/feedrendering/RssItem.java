package org.commitcast.feedrendering;

import com.fasterxml.jackson.databind.JsonNode;
import javax.xml.stream.XMLStreamException;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Writes an {@code item} element.
 *
 * @see <a href="https://www.rssboard.org/rss-specification#hrelementsOfLtitemgt">RSS 2.0, elements of item</a>
 * @see <a href="https://podcasters.apple.com/support/823-podcast-requirements">Apple's elements of an episode</a>
 */
final class RssItem {
    private final XmlWriter xml;
    private final ContentSnapshot item;
    private final @Nullable DiscussionState discussions;

    RssItem(XmlWriter xml, ContentSnapshot item, @Nullable DiscussionState discussions) {
        this.xml = xml;
        this.item = item;
        this.discussions = discussions;
    }

    void write() throws XMLStreamException {
        xml.start("item");
        xml.newLine();
        xml.element("title", item.title());
        xml.element("link", item.url());
        writeGuid();
        xml.element("pubDate", RssDate.of(item.date()));
        xml.element("description", description());
        xml.element(Namespace.CONTENT, "encoded", item.html());
        for (String tag : item.tags()) {
            xml.element("category", tag);
        }
        xml.element("comments", CommentsLink.of(item, discussions).orElse(null));
        writeEnclosure();
        if (item.kind() == Kind.EPISODE) {
            writeEpisode();
        } else {
            writeAuthors();
        }
        xml.end();
    }

    private void writeGuid() throws XMLStreamException {
        xml.start("guid");
        // Only the item's present page is a permanent link; a guid that once was an address no longer leads anywhere.
        xml.attribute("isPermaLink", Boolean.toString(item.guid().equals(item.url())));
        xml.text(item.guid());
        xml.end();
    }

    /** HTML, as readers take it. An episode's notes in full: many players show nothing but this element. */
    private @Nullable String description() {
        String own = item.description();
        if (own != null && !own.isBlank()) {
            return PlainText.asHtml(own);
        }
        String summary = item.summary();
        return item.kind() == Kind.EPISODE || summary == null ? PlainText.withoutTags(item.html()) : summary;
    }

    private void writeEnclosure() throws XMLStreamException {
        Enclosure enclosure = item.enclosure();
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

    private void writeEpisode() throws XMLStreamException {
        Enclosure enclosure = item.enclosure();
        xml.element(Namespace.ITUNES, "author", String.join(", ", item.authors()));
        xml.element(Namespace.ITUNES, "summary", plainSummary());
        xml.element(Namespace.ITUNES, "duration", enclosure == null ? null : text(enclosure.durationSeconds()));
        xml.element(Namespace.ITUNES, "season", text(item.season()));
        xml.element(Namespace.ITUNES, "episode", text(item.episode()));
        JsonNode explicit = item.frontMatter().path("explicit");
        xml.element(Namespace.ITUNES, "explicit", explicit.isBoolean() ? explicit.asText() : null);
        if (item.image() != null) {
            xml.reference(Namespace.ITUNES, "image", "href", item.image());
        }
    }

    private @Nullable String plainSummary() {
        String summary = item.summary();
        return summary == null ? item.description() : PlainText.of(summary);
    }

    private void writeAuthors() throws XMLStreamException {
        // RSS's own author must be an address; a name belongs here.
        for (String author : item.authors()) {
            xml.element(Namespace.DUBLIN_CORE, "creator", author);
        }
    }

    private static @Nullable String text(@Nullable Number number) {
        return number == null ? null : number.toString();
    }
}
