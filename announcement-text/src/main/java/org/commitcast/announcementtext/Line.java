package org.commitcast.announcementtext;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A line of a template. */
record Line(List<Part> parts) {

    /** Whether all that the line was to show is missing: then it would only show its own punctuation. */
    boolean idle(Map<Key, String> values) {
        List<Part> places = parts.stream().filter(Part::isPlace).toList();
        return !places.isEmpty()
                && places.stream()
                        .allMatch(place -> place.text(values, Markup.PLAIN).isEmpty());
    }

    String text(Map<Key, String> values, Markup markup) {
        return parts.stream().map(part -> part.text(values, markup)).collect(Collectors.joining());
    }
}
