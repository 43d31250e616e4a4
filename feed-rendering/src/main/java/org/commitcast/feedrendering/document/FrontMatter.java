package org.commitcast.feedrendering.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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

    /** Keys that are asked for, as they are spelled here: the same few hundred for every item. */
    private static final Map<String, String> ASKED = new ConcurrentHashMap<>();

    private final Map<String, JsonNode> values = new HashMap<>();

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

    /** What stands under the keys, as far as it is of use: the first that is. Without streams, for there are many keys. */
    private <T> Optional<T> first(String[] keys, Function<JsonNode, Optional<T>> use) {
        for (String key : keys) {
            JsonNode value = values.get(ASKED.computeIfAbsent(key, FrontMatter::spelled));
            Optional<T> found = value == null ? Optional.empty() : use.apply(value);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The first text or number under one of the keys, without white space around it; never an empty one. */
    public Optional<String> text(String... keys) {
        return first(keys, FrontMatter::text);
    }

    private static Optional<String> text(JsonNode node) {
        String text = node.isTextual() || node.isNumber() ? node.asText().strip() : "";
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The first web address under one of the keys. */
    public Optional<String> address(String... keys) {
        return text(keys).filter(WebAddress::is);
    }

    /** The first yes or no under one of the keys. */
    public Optional<Boolean> truth(String... keys) {
        return first(keys, FrontMatter::truth);
    }

    private static Optional<Boolean> truth(JsonNode node) {
        String word = node.asText().strip().toLowerCase(Locale.ROOT);
        return TRUE.contains(word) || FALSE.contains(word) ? Optional.of(TRUE.contains(word)) : Optional.empty();
    }

    /** What stands under the first of the keys that is there: each element of a list, or the one thing. */
    public List<JsonNode> list(String... keys) {
        return first(keys, Optional::of)
                .map(node -> node.isArray()
                        ? StreamSupport.stream(node.spliterator(), false).toList()
                        : List.of(node))
                .orElse(List.of());
    }
}
