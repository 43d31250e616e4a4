package org.commitcast.feedrendering;

import java.net.URI;
import javax.xml.stream.XMLStreamException;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.SiteDefinition.Owner;

/**
 * Writes what podcast directories ask of a channel.
 *
 * @see <a href="https://help.apple.com/itc/podcasts_connect/#/itcb54353390">A podcaster's guide to RSS</a>
 */
final class PodcastChannel {
    private final XmlWriter xml;
    private final SiteDefinition site;

    PodcastChannel(XmlWriter xml, SiteDefinition site) {
        this.xml = xml;
        this.site = site;
    }

    void write(String description) throws XMLStreamException {
        URI image = site.image();
        String category = site.category();
        xml.element(Namespace.ITUNES, "author", site.author());
        xml.element(Namespace.ITUNES, "subtitle", site.subtitle());
        xml.element(Namespace.ITUNES, "summary", description);
        writeOwner();
        if (image != null) {
            xml.reference(Namespace.ITUNES, "image", "href", image.toString());
        }
        if (category != null) {
            xml.reference(Namespace.ITUNES, "category", "text", category);
        }
        xml.element(Namespace.ITUNES, "explicit", Boolean.toString(site.explicit()));
    }

    private void writeOwner() throws XMLStreamException {
        Owner owner = site.owner();
        if (owner == null || (owner.name() == null && owner.email() == null)) {
            return;
        }
        xml.start(Namespace.ITUNES, "owner");
        xml.newLine();
        xml.element(Namespace.ITUNES, "name", owner.name());
        xml.element(Namespace.ITUNES, "email", owner.email());
        xml.end();
    }
}
