package org.commitcast.feedrendering.rss;

import java.net.URI;
import java.time.Instant;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.SiteDefinition.Owner;
import org.commitcast.feedrendering.apple.AppleShow;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.podcast.PodcastShow;
import org.commitcast.feedrendering.text.MailDate;
import org.commitcast.feedrendering.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a feed says of itself.
 *
 * @see <a href="https://www.rssboard.org/rss-specification#requiredChannelElements">RSS 2.0, elements of channel</a>
 */
final class RssChannel {
    private final XmlWriter xml;
    private final FeedFrame frame;
    private final SiteDefinition site;

    RssChannel(XmlWriter xml, FeedFrame frame) {
        this.xml = xml;
        this.frame = frame;
        this.site = frame.site();
    }

    /**
     * Everything up to the first item.
     *
     * @param newest the date of the newest item, if there is one
     */
    void write(@Nullable Instant newest) {
        xml.start("title");
        xml.text(frame.title());
        xml.end();
        xml.element("link", frame.link().toString());
        xml.start("description");
        xml.text(frame.description());
        xml.end();
        RssLinks.write(xml, frame);
        xml.element("language", site.language());
        xml.element("copyright", site.copyright());
        xml.element("managingEditor", editor());
        xml.element("webMaster", webMaster());
        if (newest != null) {
            String date = MailDate.of(newest);
            xml.element("pubDate", date);
            xml.element("lastBuildDate", date);
        }
        xml.element("generator", "Commitcast");
        writeImage();
        if (frame.feed().carries(Kind.EPISODE)) {
            new AppleShow(xml, frame).write();
            new PodcastShow(xml, frame).write();
        }
    }

    private void writeImage() {
        URI image = frame.image();
        if (image == null) {
            return;
        }
        xml.start("image");
        xml.newLine();
        xml.element("url", image.toString());
        xml.element("title", frame.title());
        xml.element("link", frame.link().toString());
        xml.end();
    }

    /** An address with a name, as RSS wants it: whoever has none is called as the feed is. */
    private @Nullable String editor() {
        String email = site.email();
        String author = site.author();
        return email == null ? null : named(email, author);
    }

    /** The owner, where directories are told of one: it is said for them, and not to all readers of a blog. */
    private @Nullable String webMaster() {
        Owner owner = site.owner();
        String email = owner == null || !frame.feed().carries(Kind.EPISODE) ? null : owner.email();
        return owner == null || email == null || email.indexOf('@') < 1 ? null : named(email, owner.name());
    }

    private String named(String email, @Nullable String name) {
        return email + " (" + (name == null ? frame.title() : name) + ")";
    }
}
