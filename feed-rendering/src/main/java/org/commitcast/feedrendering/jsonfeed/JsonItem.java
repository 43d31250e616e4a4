package org.commitcast.feedrendering.jsonfeed;

import java.util.List;
import java.util.stream.Stream;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.feedrendering.item.Item;
import org.commitcast.feedrendering.json.JsonText;
import org.commitcast.feedrendering.text.Timestamp;

/**
 * Writes an item's object.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/#items-a-name-items-a">JSON Feed 1.1, items</a>
 */
public final class JsonItem {
    private JsonItem() {}

    /** The object, UTF-8. */
    public static byte[] of(Item item) {
        ContentSnapshot snapshot = item.snapshot();
        List<Enclosure> attachments = Stream.ofNullable(snapshot.enclosure()).toList();
        return new JsonText()
                .text("id", snapshot.guid())
                .text("url", snapshot.url())
                .text("title", snapshot.title())
                .present("content_html", item.content().orElseGet(item::description))
                .text("summary", item.plainSummary())
                .text("image", snapshot.image())
                .text("date_published", Timestamp.of(snapshot.date()))
                .text("date_modified", item.modified().map(Timestamp::of).orElse(null))
                .objects("authors", snapshot.authors(), (json, author) -> json.text("name", author))
                .texts("tags", snapshot.tags())
                .text("language", snapshot.language())
                .objects("attachments", attachments, JsonItem::attach)
                .bytes();
    }

    private static void attach(JsonText json, Enclosure enclosure) {
        json.text("url", enclosure.url())
                .text("mime_type", enclosure.type())
                .number("size_in_bytes", enclosure.length())
                .number("duration_in_seconds", enclosure.durationSeconds());
    }
}
