package org.commitcast.contentreading.definition;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A JSON object that is read field by field; what is wrong is collected, what nobody asked for is wrong too. */
public final class Fields {
    private final String prefix;
    private final Map<String, @Nullable Object> values;
    private final List<String> problems;
    private final Set<String> open;

    /**
     * Of an object.
     *
     * @param prefix of its fields' names in problems
     * @param problems to which is added what is wrong
     */
    public Fields(String prefix, Map<String, ? extends @Nullable Object> values, List<String> problems) {
        this.prefix = prefix;
        this.values = new LinkedHashMap<>(values);
        this.problems = problems;
        this.open = new TreeSet<>(values.keySet());
    }

    /** What is said, whatever it is. */
    public @Nullable Object take(String name) {
        open.remove(name);
        return values.get(name);
    }

    /** A text without white space around it; an empty one counts as not said. */
    public @Nullable String text(String name) {
        Object value = take(name);
        if (value == null || value instanceof String) {
            String text = value == null ? "" : value.toString().strip();
            return text.isEmpty() ? null : text;
        }
        wrong(name, "must be text");
        return null;
    }

    /** An absolute address. */
    public @Nullable URI address(String name) {
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

    /** Where something is on the web for everybody: http or https, with nobody's name and password. */
    public @Nullable URI webAddress(String name) {
        URI address = address(name);
        if (address == null) {
            return null;
        }
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        if (web && address.getHost() != null && address.getUserInfo() == null) {
            return address;
        }
        wrong(name, "must be an http or https URL with a host and without a user name");
        return null;
    }

    /** A number above 0. */
    public @Nullable Integer positive(String name) {
        Object value = take(name);
        if (value == null) {
            return null;
        }
        // Readers of JSON give the one, those of YAML the other.
        boolean whole = value instanceof Integer || value instanceof Long;
        long number = whole ? ((Number) value).longValue() : 0;
        if (number > 0 && number <= Integer.MAX_VALUE) {
            return (int) number;
        }
        wrong(name, "must be a number above 0");
        return null;
    }

    /** The fields of an object; none where it is not there. */
    public Fields object(String name) {
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
    public @Nullable List<Fields> objects(String name) {
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

    /** A list of texts. */
    public List<String> texts(String name, List<String> otherwise) {
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

    /** True or false; not said is false. */
    public boolean flag(String name) {
        Object value = take(name);
        if (value != null && !(value instanceof Boolean)) {
            wrong(name, "must be true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    /** A number or a name that somebody else gave out. */
    public @Nullable String id(String name) {
        Object value = take(name);
        String text = value == null ? "" : value.toString().strip();
        if (value != null && !text.matches("[A-Za-z0-9._-]{1,100}")) {
            wrong(name, "must be a number or a name");
        }
        return text.isEmpty() ? null : text;
    }

    /** Whether anything is said. */
    public boolean has(String name) {
        return values.get(name) != null;
    }

    /** Whether nothing at all is said. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Everything that is said. */
    public Set<String> names() {
        return values.keySet();
    }

    /** What nobody has asked for yet. */
    public Map<String, @Nullable Object> rest() {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(values);
        rest.keySet().retainAll(open);
        open.clear();
        return rest;
    }

    /** Finds wrong what nobody has asked for. */
    public void end() {
        open.forEach(name -> problems.add(prefix + name + " is not known"));
    }

    /** Says what is wrong with a field. */
    public void wrong(String name, String what) {
        problems.add(prefix + name + " " + what);
    }
}
