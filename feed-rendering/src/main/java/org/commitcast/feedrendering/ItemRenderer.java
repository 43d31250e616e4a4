package org.commitcast.feedrendering;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.Enclosure;
import org.jspecify.annotations.Nullable;

/** Renders single items. The same snapshot and discussions always give the same bytes. */
public final class ItemRenderer {

    /** The item, or why it has no place in a feed. */
    public ItemOutcome render(ContentSnapshot item, @Nullable DiscussionState discussions) {
        try {
            return write(item, discussions);
        } catch (XMLStreamException e) {
            return new FailedItem(item.contentId(), "cannot be written as XML: " + e.getMessage());
        } catch (RuntimeException e) {
            // Whatever an item lacks or holds, the feed's others are not to miss their readers for it.
            return new FailedItem(item.contentId(), "cannot be rendered: " + e);
        }
    }

    private static ItemOutcome write(ContentSnapshot item, @Nullable DiscussionState discussions)
            throws XMLStreamException {
        Optional<String> hindrance = hindrance(item);
        if (hindrance.isPresent()) {
            return new FailedItem(item.contentId(), hindrance.get());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * item.html().length() + 1024);
        XmlWriter xml = new XmlWriter(bytes);
        new RssItem(xml, item, discussions).write();
        xml.flush();
        return new RenderedItem(item.contentId(), item.date(), bytes.toByteArray());
    }

    private static Optional<String> hindrance(ContentSnapshot item) {
        Enclosure enclosure = item.enclosure();
        if (XmlCharacters.of(item.guid()).isBlank()) {
            return Optional.of("has no guid");
        }
        if (!RssDate.canSay(item.date())) {
            return Optional.of("date " + item.date() + " is outside the years that a feed can say");
        }
        if (enclosure != null && XmlCharacters.of(enclosure.url()).isBlank()) {
            return Optional.of("enclosure has no address");
        }
        return Optional.empty();
    }
}
