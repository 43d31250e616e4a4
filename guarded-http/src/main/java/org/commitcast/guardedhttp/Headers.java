package org.commitcast.guardedhttp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Header fields by name, whatever its case. Prints names only, because values may be secret. */
public final class Headers {
    public static final Headers NONE = new Headers(Map.of());

    private final Map<String, List<String>> fields;

    private Headers(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    public static Headers of(String name, String value) {
        return NONE.with(name, value);
    }

    /** The same and one more. */
    public Headers with(String name, String value) {
        Map<String, List<String>> more = new TreeMap<>(fields);
        List<String> values = new ArrayList<>(all(name));
        values.add(value);
        more.put(name.toLowerCase(Locale.ROOT), List.copyOf(values));
        return new Headers(more);
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** Names in lower case with their values. */
    public Map<String, List<String>> fields() {
        return Map.copyOf(fields);
    }

    @Override
    public String toString() {
        return fields.keySet().toString();
    }
}
