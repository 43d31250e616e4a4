package org.commitcast.feedrendering.podcast;

import java.net.URI;
import org.commitcast.contentevents.PodcastDefinition;
import org.commitcast.contentevents.PodcastDefinition.Funding;
import org.commitcast.contentevents.PodcastDefinition.Person;
import org.commitcast.contentevents.PodcastDefinition.Trailer;
import org.commitcast.contentevents.PodcastDefinition.Txt;
import org.commitcast.contentevents.PodcastDefinition.UpdateFrequency;
import org.commitcast.feedrendering.document.Contact;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.text.MailDate;
import org.commitcast.feedrendering.xml.XmlWriter;

/**
 * Writes what the podcast namespace says of a show.
 *
 * @see <a href="https://github.com/Podcastindex-org/podcast-namespace/tree/main/docs/tags">the podcast namespace</a>
 */
public final class PodcastShow {
    private final PodcastXml xml;
    private final FeedFrame frame;
    private final PodcastDefinition show;

    public PodcastShow(XmlWriter xml, FeedFrame frame) {
        PodcastDefinition said = frame.site().podcast();
        this.xml = new PodcastXml(xml);
        this.frame = frame;
        this.show = said == null ? PodcastDefinition.NONE : said;
    }

    public void write() {
        URI image = frame.image();
        xml.element("guid").text(ShowGuid.of(frame));
        if (show.locked() != null) {
            xml.element("locked")
                    .attribute("owner", Contact.email(frame.site()).orElse(null))
                    .text(show.locked() ? "yes" : "no");
        }
        if (show.medium() != null) {
            xml.element("medium").text(show.medium());
        }
        if (show.hidden()) {
            xml.element("block").text("yes");
        }
        if (image != null) {
            xml.element("image").attribute("href", image).end();
        }
        for (Person person : show.persons()) {
            Credit.of(person).writeTo(xml);
        }
        for (Funding funding : show.funding()) {
            xml.element("funding").attribute("url", funding.url()).text(funding.text());
        }
        writeRecordings();
        writeTerms();
    }

    private void writeRecordings() {
        for (Trailer trailer : show.trailers()) {
            xml.element("trailer")
                    .attribute("pubdate", MailDate.canSay(trailer.date()) ? MailDate.of(trailer.date()) : null)
                    .attribute("url", trailer.url())
                    .attribute("length", trailer.length())
                    .attribute("type", trailer.type())
                    .attribute("season", trailer.season())
                    .text(trailer.title());
        }
    }

    private void writeTerms() {
        if (show.license() != null) {
            xml.element("license")
                    .attribute("url", show.license().url())
                    .text(show.license().name());
        }
        if (show.location() != null) {
            xml.element("location")
                    .attribute("geo", show.location().geo())
                    .attribute("osm", show.location().osm())
                    .text(show.location().name());
        }
        UpdateFrequency frequency = show.updateFrequency();
        if (frequency != null) {
            xml.element("updateFrequency")
                    .attribute("complete", frequency.complete())
                    .attribute("dtstart", frequency.begin())
                    .attribute("rrule", frequency.rule())
                    .text(frequency.text());
        }
        for (Txt txt : show.txt()) {
            xml.element("txt").attribute("purpose", txt.purpose()).text(txt.text());
        }
    }
}
