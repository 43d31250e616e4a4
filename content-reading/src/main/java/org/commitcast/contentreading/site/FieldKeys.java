package org.commitcast.contentreading.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Under which front matter keys a field is looked for, first one first. The site's own keys come before the usual ones.
 */
public record FieldKeys(Map<Field, List<String>> keys) implements Shown {

    public FieldKeys {
        var copy = new EnumMap<Field, List<String>>(Field.class);
        keys.forEach((field, names) -> copy.put(field, List.copyOf(names)));
        keys = Map.copyOf(copy);
    }

    private static final Map<Field, List<String>> USUAL_KEYS =
            Arrays.stream(Field.values()).collect(Collectors.toUnmodifiableMap(field -> field, Field::usualKeys));

    public static final FieldKeys USUAL = new FieldKeys(Map.of());

    private static List<String> usual(Field field) {
        return USUAL_KEYS.getOrDefault(field, List.of());
    }

    /** Those that the site itself says. */
    public List<String> own(Field field) {
        return keys.getOrDefault(field, List.of());
    }

    /** All keys of a field in the order in which they are tried. */
    public List<String> of(Field field) {
        if (!keys.containsKey(field)) {
            return usual(field);
        }
        var all = new ArrayList<>(own(field));
        usual(field).stream().filter(key -> !all.contains(key)).forEach(all::add);
        return all;
    }

    @Override
    public Object asWritten() {
        var written = new TreeMap<String, List<String>>();
        keys.forEach((field, names) -> written.put(field.label(), names));
        return written;
    }
}
