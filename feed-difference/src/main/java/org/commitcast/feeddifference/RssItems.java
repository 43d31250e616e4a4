package org.commitcast.feeddifference;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What RSS says, in which elements. */
final class RssItems {
    private static final Set<String> KNOWN = Set.of(
            "guid",
            "title",
            "link",
            "pubDate",
            "dc:date",
            "atom:updated",
            "enclosure",
            "itunes:duration",
            "itunes:author",
            "dc:creator",
            "author",
            "category",
            "itunes:summary",
            "description",
            "content:encoded",
            "itunes:image",
            "itunes:season",
            "itunes:episode",
            "itunes:episodeType",
            "itunes:explicit");

    /** Of the channel: what each making says anew, and where the document itself is. */
    private static final Set<String> OF_NO_CONCERN =
            Set.of("pubDate", "lastBuildDate", "generator", "docs", "atom:updated");

    private RssItems() {}

    static Optional<ReadItem> read(Element item) {
        Map<ItemField, String> said = new EnumMap<>(ItemField.class);
        put(said, ItemField.TITLE, item.text("title", "itunes:title"));
        put(said, ItemField.LINK, item.text("link"));
        put(said, ItemField.DATE, item.text("pubDate", "dc:date"));
        put(said, ItemField.UPDATED, item.text("atom:updated"));
        item.child("enclosure").ifPresent(audio -> {
            put(said, ItemField.AUDIO, audio.attribute("url"));
            put(said, ItemField.AUDIO_LENGTH, audio.attribute("length"));
            put(said, ItemField.AUDIO_TYPE, audio.attribute("type"));
        });
        put(said, ItemField.DURATION, item.text("itunes:duration"));
        put(said, ItemField.AUTHOR, item.text("itunes:author", "dc:creator", "author"));
        put(said, ItemField.CATEGORIES, Optional.of(categories(item)));
        put(said, ItemField.SUMMARY, item.text("itunes:summary"));
        put(said, ItemField.DESCRIPTION, item.text("description"));
        put(said, ItemField.CONTENT, item.text("content:encoded"));
        put(said, ItemField.IMAGE, item.child("itunes:image").flatMap(image -> image.attribute("href")));
        put(said, ItemField.SEASON, item.text("itunes:season"));
        put(said, ItemField.EPISODE, item.text("itunes:episode"));
        put(said, ItemField.EPISODE_TYPE, item.text("itunes:episodeType"));
        put(said, ItemField.EXPLICIT, item.text("itunes:explicit"));
        String title = item.text("title").map(Readings::words).orElse("");
        // Directories show it in place of the title, and many say the same in both.
        boolean another = item.text("itunes:title")
                .map(Readings::words)
                .filter(title::equals)
                .isEmpty();
        List<OtherElement> others = OtherElement.among(
                item.children(), name -> KNOWN.contains(name) || (name.equals("itunes:title") && !another));
        // Readers know an item without a guid by its page.
        return item.text("guid", "link").map(guid -> new ReadItem(guid.strip(), said, others));
    }

    private static String categories(Element item) {
        return item.children("category")
                .map(category -> Readings.words(category.text()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    static void put(Map<ItemField, String> said, ItemField field, Optional<String> text) {
        text.ifPresent(value -> said.put(field, value));
    }

    /** Says what it says of the channel's fields; whether it is one of those. */
    static boolean channel(Element element, BiConsumer<ChannelField, String> say) {
        switch (element.name()) {
            case "title" -> say.accept(ChannelField.TITLE, element.text());
            case "link" -> say.accept(ChannelField.LINK, element.text());
            case "description" -> say.accept(ChannelField.DESCRIPTION, element.text());
            case "language" -> say.accept(ChannelField.LANGUAGE, element.text());
            case "itunes:image" ->
                say.accept(ChannelField.IMAGE, element.attribute("href").orElse(""));
            case "image" -> say.accept(ChannelField.IMAGE, element.text("url").orElse(""));
            case "itunes:author" -> say.accept(ChannelField.AUTHOR, element.text());
            case "itunes:owner" ->
                say.accept(ChannelField.OWNER, element.text("itunes:email").orElse(""));
            case "itunes:explicit" -> say.accept(ChannelField.EXPLICIT, element.text());
            case "itunes:category" -> say.accept(ChannelField.CATEGORY, category(element));
            case "podcast:guid" -> say.accept(ChannelField.GUID, element.text());
            // What is episodic need not say so.
            case "itunes:type" ->
                say.accept(
                        ChannelField.TYPE, element.text().strip().equalsIgnoreCase("episodic") ? "" : element.text());
            case "atom:link" -> hub(element, say);
            default -> {
                return OF_NO_CONCERN.contains(element.name());
            }
        }
        return true;
    }

    /** As in definitions: {@code Leisure > Hobbies} is one within another. */
    private static String category(Element category) {
        String outer = Readings.words(category.attribute("text").orElse(""));
        String inner = category.children("itunes:category")
                .map(child ->
                        outer + " > " + Readings.words(child.attribute("text").orElse("")))
                .collect(Collectors.joining(", "));
        return inner.isEmpty() ? outer : inner;
    }

    /** Atom's link to a hub, which all XML formats use. */
    static void hub(Element link, BiConsumer<ChannelField, String> say) {
        if (link.attribute("rel").orElse("").equals("hub")) {
            say.accept(ChannelField.HUB, link.attribute("href").orElse(""));
        }
    }
}
