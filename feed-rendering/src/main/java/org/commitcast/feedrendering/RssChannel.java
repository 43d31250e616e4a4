package org.commitcast.feedrendering;

import java.net.URI;
import java.time.Instant;
import javax.xml.stream.XMLStreamException;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a feed says of itself.
 *
 * @see <a href="https://www.rssboard.org/rss-specification#requiredChannelElements">RSS 2.0, elements of channel</a>
 */
final class RssChannel {
    private final XmlWriter xml;
    private final SiteDefinition site;
    private final FeedDefinition feed;
    private final URI publicUrl;

    RssChannel(XmlWriter xml, SiteDefinition site, FeedDefinition feed, URI publicUrl) {
        this.xml = xml;
        this.site = site;
        this.feed = feed;
        this.publicUrl = publicUrl;
    }

    /**
     * Everything up to the first item.
     *
     * @param newest the date of the newest item, if there is one
     */
    void writeHead(@Nullable Instant newest) throws XMLStreamException {
        xml.start("title");
        xml.text(title());
        xml.end();
        xml.element("link", link());
        xml.start("description");
        xml.text(description());
        xml.end();
        writeSelfLink();
        xml.element("language", site.language());
        xml.element("copyright", site.copyright());
        xml.element("managingEditor", editor());
        if (newest != null) {
            String date = RssDate.of(newest);
            xml.element("pubDate", date);
            xml.element("lastBuildDate", date);
        }
        xml.element("generator", "Commitcast");
        writeImage();
        if (feed.carries(Kind.EPISODE)) {
            new PodcastChannel(xml, site).write(description());
        }
    }

    private void writeSelfLink() throws XMLStreamException {
        xml.start(Namespace.ATOM, "link");
        xml.attribute("href", publicUrl.toString());
        xml.attribute("rel", "self");
        xml.attribute("type", "application/rss+xml");
        xml.end();
    }

    private void writeImage() throws XMLStreamException {
        URI image = site.image();
        if (image == null) {
            return;
        }
        xml.start("image");
        xml.newLine();
        xml.element("url", image.toString());
        xml.element("title", title());
        xml.element("link", link());
        xml.end();
    }

    private String title() {
        String own = feed.title();
        return own == null ? site.title() : own;
    }

    private String link() {
        URI home = site.url();
        return (home == null ? publicUrl : home).toString();
    }

    private String description() {
        String description = site.description();
        String subtitle = site.subtitle();
        if (description != null) {
            return description;
        }
        return subtitle == null ? title() : subtitle;
    }

    private @Nullable String editor() {
        String email = site.email();
        String author = site.author();
        return email == null || author == null ? email : email + " (" + author + ")";
    }
}
