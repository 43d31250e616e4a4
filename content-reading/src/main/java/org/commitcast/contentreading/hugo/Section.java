package org.commitcast.contentreading.hugo;

import java.util.List;
import java.util.Map;
import org.commitcast.contentreading.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/**
 * What a section's page says for the pages below.
 *
 * @param draft whether the section is one: nothing below it is published then
 */
record Section(List<Cascade> cascades, @Nullable Boolean draft) {

    static final Section SILENT = new Section(List.of(), null);

    Section {
        cascades = List.copyOf(cascades);
    }

    static Section of(YamlMap frontMatter) {
        var said = frontMatter.inLowerCase();
        return new Section(
                Cascade.read(said.get("cascade")), said.truth("draft").orElse(null));
    }

    /** The same as plain values, wherever they stand in the file. */
    Object toJson() {
        return Map.of(
                "cascades",
                cascades.stream().map(cascade -> cascade.values().toJson()).toList(),
                "draft",
                String.valueOf(draft));
    }
}
