package org.commitcast.contentreading.frontmatter;

import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/**
 * The front matter of a document.
 *
 * @param values what is written in the file itself, defaults of the site not included
 * @param commentedKeys keys that stand as a comment ({@code #reddit: …}), as authors' templates leave them, with place
 */
public record FrontMatter(YamlMap values, Map<String, Position> commentedKeys) {

    public FrontMatter {
        commentedKeys = Map.copyOf(commentedKeys);
    }

    public static FrontMatter empty() {
        return new FrontMatter(YamlMap.empty(Position.START), Map.of());
    }

    /** As JSON knows it: nested maps, lists, strings, longs, booleans and nulls, in the order of the file. */
    public Map<String, @Nullable Object> asJson() {
        return values.toJson();
    }

    /** Where a key stands in the file. */
    public Optional<Position> position(String key) {
        return Optional.ofNullable(values.keys().get(key));
    }
}
