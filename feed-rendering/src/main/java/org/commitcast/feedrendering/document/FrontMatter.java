package org.commitcast.feedrendering.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Looks keys up as people spell them: {@code episodeType}, {@code episode_type} and {@code Episode-Type} are one. Keys
 * below {@code params} (Hugo) and {@code extra} (Zola) count as well, and those below {@code itunes} and {@code
 * podcast} as if they began with that word. What stands at the top wins.
 */
public final class FrontMatter {
    private static final Set<String> INNER = Set.of("params", "extra");
    private static final Set<String> PREFIXES = Set.of("itunes", "podcast");
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "explicit");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "clean");

    private final Map<String, JsonNode> values = new TreeMap<>();

    /** Of a document, or of a map within one. */
    public FrontMatter(JsonNode json) {
        add("", json);
    }

    private void add(String prefix, JsonNode map) {
        map.properties().forEach(entry -> put(prefix + spelled(entry.getKey()), entry.getValue()));
        if (prefix.isEmpty()) {
            map.properties().forEach(entry -> addInner(spelled(entry.getKey()), entry.getValue()));
        }
    }

    private void addInner(String key, JsonNode value) {
        if (INNER.contains(key)) {
            value.properties().forEach(entry -> put(spelled(entry.getKey()), entry.getValue()));
        } else if (PREFIXES.contains(key)) {
            add(key, value);
        }
    }

    private void put(String key, JsonNode value) {
        if (!value.isNull()) {
            values.putIfAbsent(key, value);
        }
    }

    private static String spelled(String key) {
        return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private Stream<JsonNode> under(List<String> keys) {
        return keys.stream()
                .map(FrontMatter::spelled)
                .filter(values::containsKey)
                .map(values::get);
    }

    /** The first text or number under one of the keys, without white space around it; never an empty one. */
    public Optional<String> text(String... keys) {
        return under(List.of(keys))
                .filter(node -> node.isTextual() || node.isNumber())
                .map(node -> node.asText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The first web address under one of the keys. */
    public Optional<String> address(String... keys) {
        return text(keys).filter(WebAddress::is);
    }

    /** The first yes or no under one of the keys. */
    public Optional<Boolean> truth(String... keys) {
        return under(List.of(keys))
                .map(node -> node.asText().strip().toLowerCase(Locale.ROOT))
                .filter(word -> TRUE.contains(word) || FALSE.contains(word))
                .map(TRUE::contains)
                .findFirst();
    }

    /** What stands under the first of the keys that is there: each element of a list, or the one thing. */
    public List<JsonNode> list(String... keys) {
        return under(List.of(keys))
                .findFirst()
                .map(node -> node.isArray()
                        ? StreamSupport.stream(node.spliterator(), false).toList()
                        : List.of(node))
                .orElse(List.of());
    }
}
