package org.commitcast.feedrendering.podcast;

import org.commitcast.feedrendering.xml.Namespace;
import org.commitcast.feedrendering.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/** Writes one element of the podcast namespace after the other. */
final class PodcastXml {
    private final XmlWriter xml;

    PodcastXml(XmlWriter xml) {
        this.xml = xml;
    }

    /** Begins an element, which {@link #text} or {@link #end} ends. */
    PodcastXml element(String name) {
        xml.start(Namespace.PODCAST, name);
        return this;
    }

    /** An attribute; none where there is no value. */
    PodcastXml attribute(String name, @Nullable Object value) {
        xml.optional(name, value == null ? null : value.toString());
        return this;
    }

    void text(String text) {
        xml.text(text);
        xml.end();
    }

    void end() {
        xml.end();
    }
}
