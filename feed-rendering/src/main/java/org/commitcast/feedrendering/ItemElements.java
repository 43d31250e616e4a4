package org.commitcast.feedrendering;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an item says in RSS, each element with a digest: small enough to be kept beside the item, and enough to tell
 * later what became different.
 *
 * @param digests eight hex digits by the element's name; elements that stand several times have one together
 */
public record ItemElements(Map<String, String> digests) {

    /** Of an item that is not there. */
    public static final ItemElements NONE = new ItemElements(Map.of());

    public ItemElements {
        digests = Collections.unmodifiableMap(new TreeMap<>(digests));
    }

    /** Of an item rendered as RSS. */
    public static ItemElements of(RenderedItem rss) {
        return new ItemElements(ElementReader.read(rss.bytes()));
    }

    /** Reads what {@link #toString()} wrote. */
    public static ItemElements parse(String text) {
        return new ItemElements(Stream.of(text.split(" "))
                .filter(part -> part.length() > 9)
                .collect(Collectors.toMap(part -> part.substring(9), part -> part.substring(0, 8))));
    }

    /** The names of the elements that came, went or say something else in the next one. */
    public List<String> differencesTo(ItemElements next) {
        TreeSet<String> names = new TreeSet<>(digests.keySet());
        names.addAll(next.digests.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(digests.get(name), next.digests.get(name)))
                .toList();
    }

    /** In one line: of each element the digest, a colon and the name. */
    @Override
    public String toString() {
        return digests.entrySet().stream()
                .map(element -> element.getValue() + ":" + element.getKey())
                .collect(Collectors.joining(" "));
    }
}
