package org.commitcast.contentreading.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;

/**
 * A document's values by field: the front matter over the site's defaults, under the keys that the site uses.
 *
 * @param map the merged values
 */
public record FieldValues(YamlMap map, FieldKeys keys) {

    /** The value under a key; a tool to which case means nothing gives its keys in lower case. */
    public Optional<YamlNode> get(String key) {
        return map.get(key).or(() -> map.get(key.toLowerCase(Locale.ROOT)));
    }

    /** The first key of the field that has a value. */
    public Optional<Found> find(Field field) {
        return all(field).findFirst();
    }

    /** All keys of the field that have a value, in the order in which they are tried. */
    public Stream<Found> all(Field field) {
        return keys.of(field).stream()
                .flatMap(key -> get(key).map(node -> new Found(key, node, map.positionOf(key))).stream())
                .filter(found -> found.node.toJson() != null);
    }

    /** The text of the first key of the field that has one. */
    public Optional<String> text(Field field) {
        return find(field)
                .flatMap(found -> found.node.text())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Where the field stands, or the beginning of the front matter. */
    public Position position(Field field) {
        return find(field).map(Found::position).orElse(map.position());
    }

    /** The whole number under the field. */
    public Optional<Integer> number(Field field) {
        return text(field).filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf);
    }

    /** The names under the field, whether it is one text or a list of texts or of maps with a name. */
    public List<String> names(Field field) {
        return find(field).stream()
                .flatMap(found -> found.node.elements().stream())
                .flatMap(node -> node.text().or(() -> node.asMap().text("name")).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** A field's value with its key and place. */
    public record Found(String key, YamlNode node, Position position) {}
}
