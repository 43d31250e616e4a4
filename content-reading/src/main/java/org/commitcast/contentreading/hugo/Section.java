package org.commitcast.contentreading.hugo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.generator.DateRules;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * What a section's page says for the pages below.
 *
 * @param draft whether the section is one: nothing below it is published then
 * @param dates its values that say from when until when it is out: nothing below it is out before or after
 */
record Section(List<Cascade> cascades, @Nullable Boolean draft, YamlMap dates) {

    static final Section SILENT = new Section(List.of(), null, YamlMap.empty(Position.START));

    Section {
        cascades = List.copyOf(cascades);
    }

    static Section of(YamlMap frontMatter, DateRules rules) {
        var said = frontMatter.inLowerCase();
        return new Section(
                Cascade.read(said.get("cascade")), said.truth("draft").orElse(null), dates(said, rules));
    }

    /** Of values those that tell when something is out. */
    static YamlMap dates(YamlMap values, DateRules rules) {
        var dates = new LinkedHashMap<String, YamlNode>();
        var release = first(rules.release(), values).or(() -> first(rules.date(), values));
        Stream.concat(release.stream(), first(rules.expiry(), values).stream())
                .forEach(key -> values.get(key).ifPresent(date -> dates.put(key, date)));
        return new YamlMap(dates, Map.of(), Position.START);
    }

    private static Optional<String> first(List<String> keys, YamlMap values) {
        // A truth is no date: Hugo reads both under "published".
        return keys.stream()
                .filter(key -> values.text(key).filter(text -> !text.isBlank()).isPresent())
                .filter(key -> values.truth(key).isEmpty())
                .findFirst();
    }

    /** The same as plain values, wherever they stand in the file. */
    Object toJson() {
        return Map.of(
                "cascades",
                cascades.stream().map(cascade -> cascade.values().toJson()).toList(),
                "draft",
                String.valueOf(draft),
                "dates",
                dates.toJson());
    }
}
