package org.commitcast.feedrendering.apple;

import java.net.URI;
import org.commitcast.contentevents.PodcastDefinition;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.SiteDefinition.Owner;
import org.commitcast.feedrendering.document.Contact;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.text.Length;
import org.commitcast.feedrendering.xml.Namespace;
import org.commitcast.feedrendering.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes what podcast directories ask of a channel.
 *
 * @see <a href="https://podcasters.apple.com/support/823-podcast-requirements">Apple's elements of a show</a>
 */
public final class AppleShow {
    private final XmlWriter xml;
    private final FeedFrame frame;
    private final SiteDefinition site;

    public AppleShow(XmlWriter xml, FeedFrame frame) {
        this.xml = xml;
        this.frame = frame;
        this.site = frame.site();
    }

    public void write() {
        URI image = frame.image();
        write("author", Limits.SHORT, site.author());
        write("subtitle", Limits.SHORT, site.subtitle());
        write("summary", Limits.LONG, frame.description());
        writeOwner();
        if (image != null) {
            xml.reference(Namespace.ITUNES, "image", "href", image.toString());
        }
        Categories.write(xml, site);
        xml.element(Namespace.ITUNES, "explicit", Boolean.toString(site.explicit()));
        writeState();
    }

    private void writeOwner() {
        Owner owner = site.owner();
        if (owner == null || Contact.email(site).isEmpty()) {
            // Without an address the element is wrong to every directory.
            return;
        }
        xml.start(Namespace.ITUNES, "owner");
        xml.newLine();
        write("name", Limits.SHORT, owner.name());
        xml.element(Namespace.ITUNES, "email", Contact.email(site).get());
        xml.end();
    }

    private void writeState() {
        PodcastDefinition podcast = site.podcast();
        if (podcast != null) {
            xml.element(Namespace.ITUNES, "type", podcast.type());
            xml.element(Namespace.ITUNES, "complete", podcast.complete() ? "Yes" : null);
            xml.element(Namespace.ITUNES, "block", podcast.hidden() ? "Yes" : null);
        }
        URI moved = frame.feed().newUrl();
        xml.element(Namespace.ITUNES, "new-feed-url", moved == null ? null : moved.toString());
    }

    private void write(String name, int length, @Nullable String text) {
        xml.element(Namespace.ITUNES, name, text == null ? null : Length.atMost(length, text));
    }
}
