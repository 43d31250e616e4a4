package org.commitcast.feeddifference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An element that is no field of ours.
 *
 * @param facts what it says: its text under no name, attributes under theirs, those of elements within it behind the
 *     names of these; never empty, nor empty ones
 */
public record OtherElement(String name, Map<String, String> facts) {

    public OtherElement {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** Those of the elements that are no known ones and say anything. */
    static List<OtherElement> among(List<Element> elements, Predicate<String> known) {
        List<OtherElement> others = new ArrayList<>();
        for (Element element : elements) {
            if (!known.test(element.name())) {
                of(element).ifPresent(others::add);
            }
        }
        return others;
    }

    static Optional<OtherElement> of(Element element) {
        Map<String, String> facts = element.facts();
        return facts.isEmpty() ? Optional.empty() : Optional.of(new OtherElement(element.name(), facts));
    }

    /** Whether the other one says all that this one does. */
    boolean isSaidBy(OtherElement other) {
        return name.equals(other.name)
                && facts.entrySet().stream().allMatch(fact -> asRead(fact.getValue())
                        .equals(asRead(other.facts.getOrDefault(fact.getKey(), ""))));
    }

    /** Yes is written in several ways, and texts of feeds are escaped more or less often. */
    private static String asRead(String text) {
        return Readings.truth(Readings.text(text));
    }

    boolean isYes() {
        return asRead(text()).equals("true");
    }

    /** For people. */
    String text() {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey().isEmpty() ? fact.getValue() : fact.getKey() + "=" + fact.getValue())
                .collect(Collectors.joining(" "));
    }
}
