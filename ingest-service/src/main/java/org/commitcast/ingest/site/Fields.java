package org.commitcast.ingest.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A JSON object that is read field by field; what is wrong is collected, what nobody asked for is wrong too. */
final class Fields {
    private final String prefix;
    private final Map<String, @Nullable Object> values;
    private final List<String> problems;
    private final Set<String> open;

    Fields(String prefix, Map<String, ? extends @Nullable Object> values, List<String> problems) {
        this.prefix = prefix;
        this.values = new LinkedHashMap<>(values);
        this.problems = problems;
        this.open = new TreeSet<>(values.keySet());
    }

    @Nullable Object take(String name) {
        open.remove(name);
        return values.get(name);
    }

    @Nullable String text(String name) {
        Object value = take(name);
        if (value == null || value instanceof String) {
            String text = value == null ? "" : value.toString().strip();
            return text.isEmpty() ? null : text;
        }
        wrong(name, "must be text");
        return null;
    }

    @Nullable URI address(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            URI uri = URI.create(text);
            if (uri.isAbsolute()) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        wrong(name, "must be an absolute URL");
        return null;
    }

    @Nullable Integer positive(String name) {
        Object value = take(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Integer number && number > 0) {
            return number;
        }
        wrong(name, "must be a number above 0");
        return null;
    }

    Fields object(String name) {
        Object value = take(name);
        Map<String, Object> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> fields.put(String.valueOf(key), element));
        } else if (value != null) {
            wrong(name, "must be an object");
        }
        return new Fields(prefix + name + ".", fields, problems);
    }

    /** The objects of a list; null where it is not there. */
    @Nullable List<Fields> objects(String name) {
        Object value = take(name);
        if (value == null) {
            return null;
        }
        List<Fields> objects = new ArrayList<>();
        for (Object element : value instanceof List<?> list ? list : List.of(value)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            if (element instanceof Map<?, ?> map) {
                map.forEach((key, inner) -> fields.put(String.valueOf(key), inner));
            } else {
                wrong(name, "must be a list of objects");
            }
            objects.add(new Fields(prefix + name + "[" + objects.size() + "].", fields, problems));
        }
        return objects;
    }

    List<String> texts(String name, List<String> otherwise) {
        Object value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String::valueOf).toList();
        }
        wrong(name, "must be a list of texts");
        return otherwise;
    }

    boolean flag(String name) {
        Object value = take(name);
        if (value != null && !(value instanceof Boolean)) {
            wrong(name, "must be true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    /** A number or a name that somebody else gave out. */
    @Nullable String id(String name) {
        Object value = take(name);
        String text = value == null ? "" : value.toString().strip();
        if (value != null && !text.matches("[A-Za-z0-9._-]{1,100}")) {
            wrong(name, "must be a number or a name");
        }
        return text.isEmpty() ? null : text;
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Set<String> names() {
        return values.keySet();
    }

    /** What nobody has asked for yet. */
    Map<String, @Nullable Object> rest() {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(values);
        rest.keySet().retainAll(open);
        open.clear();
        return rest;
    }

    void end() {
        open.forEach(name -> problems.add(prefix + name + " is not known"));
    }

    void wrong(String name, String what) {
        problems.add(prefix + name + " " + what);
    }
}
