package org.commitcast.contentreading.shortcode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a shortcode is called with: values by name, or one after another. */
record Arguments(Map<String, String> named, List<String> plain) {

    private static final Pattern ARGUMENT = Pattern.compile(
            "(?:([\\w-]+)\\s*=\\s*)?(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|`([^`]*)`|'([^']*)'|([^\\s,\"`']+))");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    Arguments {
        named = Map.copyOf(named);
        plain = List.copyOf(plain);
    }

    static Arguments read(String text) {
        var named = new LinkedHashMap<String, String>();
        var plain = new ArrayList<String>();
        var each = ARGUMENT.matcher(text);
        while (each.find()) {
            var value = value(each.group(2), each.group(3), each.group(4), each.group(5));
            if (each.group(1) == null) {
                plain.add(value);
            } else {
                named.put(each.group(1), value);
            }
        }
        return new Arguments(named, plain);
    }

    private static String value(
            @Nullable String quoted, @Nullable String raw, @Nullable String single, @Nullable String word) {
        if (quoted != null) {
            return ESCAPE.matcher(quoted).replaceAll("$1");
        }
        var plain = raw != null ? raw : single != null ? single : word;
        return plain == null ? "" : plain;
    }

    /** The first of the names that has a value, else the one at a place. */
    Optional<String> get(int place, String... names) {
        for (var name : names) {
            if (named.containsKey(name)) {
                return Optional.ofNullable(named.get(name));
            }
        }
        return place >= 0 && place < plain.size() ? Optional.of(plain.get(place)) : Optional.empty();
    }

    String text(String name) {
        return named.getOrDefault(name, "");
    }
}
