package org.commitcast.feeddifference;

import static org.commitcast.feeddifference.RssItems.put;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What Atom says, in which elements. */
final class AtomItems {
    private static final Set<String> KNOWN = Set.of(
            "atom:id",
            "atom:title",
            "atom:link",
            "atom:published",
            "atom:updated",
            "atom:author",
            "atom:category",
            "atom:summary",
            "atom:content",
            "media:thumbnail",
            // The same picture again, for other readers.
            "media:content");

    /** Of the feed: what each making says anew, and where and what the document itself is. */
    private static final Set<String> OF_NO_CONCERN = Set.of("atom:id", "atom:updated", "atom:generator");

    private AtomItems() {}

    static Optional<ReadItem> read(Element entry) {
        Map<ItemField, String> said = new EnumMap<>(ItemField.class);
        put(said, ItemField.TITLE, entry.child("atom:title").map(title -> Readings.text(title.html())));
        put(said, ItemField.LINK, link(entry, "alternate").flatMap(link -> link.attribute("href")));
        put(said, ItemField.DATE, entry.text("atom:published", "atom:updated"));
        put(said, ItemField.UPDATED, entry.text("atom:updated"));
        link(entry, "enclosure").ifPresent(audio -> {
            put(said, ItemField.AUDIO, audio.attribute("href"));
            put(said, ItemField.AUDIO_LENGTH, audio.attribute("length"));
            put(said, ItemField.AUDIO_TYPE, audio.attribute("type"));
        });
        put(said, ItemField.AUTHOR, Optional.of(names(entry)));
        put(said, ItemField.CATEGORIES, Optional.of(categories(entry)));
        put(said, ItemField.SUMMARY, entry.child("atom:summary").map(Element::html));
        put(said, ItemField.CONTENT, entry.child("atom:content").map(Element::html));
        put(said, ItemField.IMAGE, entry.child("media:thumbnail").flatMap(image -> image.attribute("url")));
        List<OtherElement> others = OtherElement.among(entry.children(), KNOWN::contains);
        return entry.text("atom:id").map(id -> new ReadItem(id.strip(), said, others));
    }

    private static Optional<Element> link(Element entry, String relation) {
        return entry.children("atom:link")
                .filter(link -> link.attribute("rel").orElse("alternate").equals(relation))
                .findFirst();
    }

    private static String names(Element entry) {
        return entry.children("atom:author")
                .flatMap(author -> author.text("atom:name").stream())
                .map(Readings::words)
                .collect(Collectors.joining(", "));
    }

    private static String categories(Element entry) {
        return entry.children("atom:category")
                .flatMap(category -> category.attribute("term").stream())
                .map(Readings::words)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Says what it says of the feed's fields; whether it is one of those. */
    static boolean channel(Element element, BiConsumer<ChannelField, String> say) {
        switch (element.name()) {
            case "atom:title" -> say.accept(ChannelField.TITLE, Readings.text(element.html()));
            case "atom:subtitle" -> say.accept(ChannelField.DESCRIPTION, element.html());
            case "atom:author" ->
                say.accept(ChannelField.AUTHOR, element.text("atom:name").orElse(""));
            case "atom:link" -> {
                if (element.attribute("rel").orElse("alternate").equals("alternate")) {
                    say.accept(ChannelField.LINK, element.attribute("href").orElse(""));
                }
                RssItems.hub(element, say);
            }
            default -> {
                return OF_NO_CONCERN.contains(element.name());
            }
        }
        return true;
    }
}
