package org.commitcast.contentreading.yaml;

import java.util.List;
import java.util.Optional;
import org.commitcast.contentreading.finding.Position;
import org.jspecify.annotations.Nullable;

/** A value in a YAML text, with its place in the file. */
public sealed interface YamlNode permits YamlScalar, YamlList, YamlMap {

    Position position();

    /** The value as JSON knows it: map, list, string, long, boolean or null. */
    @Nullable Object toJson();

    /** The text of a scalar that is not null. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** The texts of a list's scalars; a single scalar is a list of one. */
    default List<String> texts() {
        return text().map(List::of).orElseGet(List::of);
    }

    /** The node as a map; empty for anything else. */
    default YamlMap asMap() {
        return YamlMap.empty(position());
    }

    /** The elements of a list; anything else is a list of itself. */
    default List<YamlNode> elements() {
        return List.of(this);
    }
}
