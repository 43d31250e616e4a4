package org.commitcast.contentreading.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.finding.Position;
import org.jspecify.annotations.Nullable;

/**
 * A mapping in the order of its text.
 *
 * @param keys the place of each key
 */
public record YamlMap(Map<String, YamlNode> entries, Map<String, Position> keys, Position position)
        implements YamlNode {

    public YamlMap {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        keys = Map.copyOf(keys);
    }

    public static YamlMap empty(Position position) {
        return new YamlMap(Map.of(), Map.of(), position);
    }

    public Optional<YamlNode> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The text of a scalar under the key. */
    public Optional<String> text(String key) {
        return get(key).flatMap(YamlNode::text);
    }

    /** The map under the key; empty if there is none. */
    public YamlMap map(String key) {
        return get(key).map(YamlNode::asMap).orElseGet(() -> empty(position));
    }

    /** The boolean under the key. */
    public Optional<Boolean> truth(String key) {
        return text(key).flatMap(text -> new YamlScalar(text, true, position).truth());
    }

    /** Where the key stands, or the map itself. */
    public Position positionOf(String key) {
        return keys.getOrDefault(key, position);
    }

    /** This map over another one: its own entries win, maps are merged in depth, as Jekyll merges defaults. */
    public YamlMap over(YamlMap other) {
        var merged = new LinkedHashMap<>(other.entries);
        entries.forEach((key, node) -> merged.merge(key, node, YamlMap::merge));
        var places = new LinkedHashMap<>(other.keys);
        places.putAll(keys);
        return new YamlMap(merged, places, position);
    }

    /** The same with all keys in lower case, in depth, for tools to which their case means nothing. */
    public YamlMap inLowerCase() {
        var lower = new LinkedHashMap<String, YamlNode>();
        var places = new LinkedHashMap<String, Position>();
        entries.forEach((key, node) -> {
            var name = key.toLowerCase(Locale.ROOT);
            lower.put(name, inLowerCase(node));
            places.put(name, positionOf(key));
        });
        return new YamlMap(lower, places, position);
    }

    private static YamlNode inLowerCase(YamlNode node) {
        if (node instanceof YamlList list) {
            return new YamlList(
                    list.elements().stream().map(YamlMap::inLowerCase).toList(), list.position());
        }
        return node instanceof YamlMap map ? map.inLowerCase() : node;
    }

    private static YamlNode merge(YamlNode below, YamlNode above) {
        return below instanceof YamlMap lower && above instanceof YamlMap upper ? upper.over(lower) : above;
    }

    @Override
    public YamlMap asMap() {
        return this;
    }

    @Override
    public List<String> texts() {
        return List.of();
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        entries.forEach((key, node) -> map.put(key, node.toJson()));
        return Collections.unmodifiableMap(map);
    }
}
