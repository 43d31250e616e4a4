package org.commitcast.feeddifference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares what two say in elements that are no fields of ours. */
final class OtherElements {
    /** Those that change what readers do, so that they miss something where ours alone says yes. */
    private static final Set<String> BOTH_WAYS = Set.of("itunes:block", "itunes:complete");

    private OtherElements() {}

    /** Takes what differs, by the name of the elements. */
    @FunctionalInterface
    interface Difference {
        void add(String name, String there, String here);
    }

    static void compare(List<OtherElement> there, List<OtherElement> here, Difference difference) {
        Map<String, String> missed = texts(there, said -> here.stream().noneMatch(said::isSaidBy));
        Map<String, String> only = texts(here, says -> there.stream().noneMatch(said -> said.isSaidBy(says)));
        missed.forEach((name, said) -> difference.add(name, said, only.getOrDefault(name, "")));
        here.stream()
                .filter(element -> BOTH_WAYS.contains(element.name()) && element.isYes())
                .filter(element -> there.stream().noneMatch(said -> said.name().equals(element.name())))
                .forEach(element -> difference.add(element.name(), "", element.text()));
    }

    private static Map<String, String> texts(List<OtherElement> elements, Predicate<OtherElement> which) {
        return elements.stream()
                .filter(which)
                .collect(Collectors.groupingBy(
                        OtherElement::name,
                        LinkedHashMap::new,
                        Collectors.mapping(OtherElement::text, Collectors.joining("; "))));
    }
}
