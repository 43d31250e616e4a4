package org.commitcast.contentreading.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.commitcast.contentreading.finding.Position;
import org.jspecify.annotations.Nullable;

/** A sequence. */
public record YamlList(List<YamlNode> elements, Position position) implements YamlNode {

    public YamlList {
        elements = List.copyOf(elements);
    }

    @Override
    public List<String> texts() {
        return elements.stream().flatMap(element -> element.texts().stream()).toList();
    }

    @Override
    public Object toJson() {
        var list = new ArrayList<@Nullable Object>();
        elements.forEach(element -> list.add(element.toJson()));
        return Collections.unmodifiableList(list);
    }
}
