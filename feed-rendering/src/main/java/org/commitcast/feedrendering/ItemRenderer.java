package org.commitcast.feedrendering;

import java.util.Optional;
import java.util.function.Consumer;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.feedrendering.atom.AtomEntry;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.ItemInputs;
import org.commitcast.feedrendering.item.Item;
import org.commitcast.feedrendering.jsonfeed.JsonItem;
import org.commitcast.feedrendering.rss.RssItem;
import org.commitcast.feedrendering.text.MailDate;
import org.commitcast.feedrendering.xml.XmlCharacters;
import org.commitcast.feedrendering.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/** Renders single items. The same inputs always give the same bytes. */
public final class ItemRenderer {
    /** What an item takes beside its text, in bytes. */
    private static final int USUAL_REST = 2048;

    /** The item as RSS, by itself. */
    public ItemOutcome render(ContentSnapshot item, @Nullable DiscussionState discussions) {
        return render(ItemInputs.of(item, discussions), FeedFormat.RSS, false);
    }

    /**
     * The item, or why it has no place in a feed.
     *
     * @param summaryOnly whether its feed carries summaries and not texts
     */
    public ItemOutcome render(ItemInputs inputs, FeedFormat format, boolean summaryOnly) {
        ContentSnapshot item = inputs.item();
        try {
            return write(inputs, format, summaryOnly);
        } catch (RuntimeException e) {
            // Whatever an item lacks or holds, the feed's others are not to miss their readers for it.
            return new FailedItem(item.contentId(), "cannot be rendered: " + e);
        }
    }

    private static ItemOutcome write(ItemInputs inputs, FeedFormat format, boolean summaryOnly) {
        ContentSnapshot item = inputs.item();
        Optional<String> hindrance = hindrance(item);
        if (hindrance.isPresent()) {
            return new FailedItem(item.contentId(), hindrance.get());
        }
        Item shown = new Item(inputs, summaryOnly);
        byte[] bytes =
                switch (format) {
                    case RSS -> xml(shown, xml -> new RssItem(xml, shown).write());
                    case ATOM -> xml(shown, xml -> new AtomEntry(xml, shown).write());
                    case JSON -> JsonItem.of(shown);
                };
        return new RenderedItem(item.contentId(), item.date(), bytes);
    }

    private static byte[] xml(Item item, Consumer<XmlWriter> element) {
        XmlWriter xml = new XmlWriter(item.snapshot().html().length() * 5 / 4 + USUAL_REST);
        element.accept(xml);
        return xml.taken();
    }

    private static Optional<String> hindrance(ContentSnapshot item) {
        Enclosure enclosure = item.enclosure();
        if (XmlCharacters.of(item.guid()).isBlank()) {
            return Optional.of("has no guid");
        }
        if (!MailDate.canSay(item.date())) {
            return Optional.of("date " + item.date() + " is outside the years that a feed can say");
        }
        if (enclosure != null && XmlCharacters.of(enclosure.url()).isBlank()) {
            return Optional.of("enclosure has no address");
        }
        return Optional.empty();
    }
}
