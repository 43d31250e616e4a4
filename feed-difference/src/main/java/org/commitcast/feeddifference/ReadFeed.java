package org.commitcast.feeddifference;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A feed as its readers take it.
 *
 * @param channel what it says of itself, in readers' form
 * @param others what it says of itself in elements that are no field of ours
 * @param items in its order
 */
public record ReadFeed(Form form, Map<ChannelField, String> channel, List<OtherElement> others, List<ReadItem> items) {

    /** What it was read from. */
    public enum Form {
        RSS,
        ATOM,
        JSON
    }

    public ReadFeed {
        channel = Collections.unmodifiableMap(new LinkedHashMap<>(channel));
        others = List.copyOf(others);
        items = List.copyOf(items);
    }

    /**
     * Reads RSS 2.0, Atom 1.0 or JSON Feed, whatever it calls itself.
     *
     * @throws UnreadableFeedException where it is none of them; document types are refused
     */
    public static ReadFeed of(byte[] bytes) throws UnreadableFeedException {
        return startsAsObject(bytes) ? JsonFeedReader.read(bytes) : XmlFeedReader.read(bytes);
    }

    private static boolean startsAsObject(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8);
        return start.replace("\uFEFF", "").stripLeading().startsWith("{");
    }

    /** The guids of its items. */
    public Set<String> guids() {
        return items.stream().map(ReadItem::guid).collect(Collectors.toCollection(TreeSet::new));
    }
}
