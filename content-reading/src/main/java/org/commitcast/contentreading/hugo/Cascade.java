package org.commitcast.contentreading.hugo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Values that pages have without saying them.
 *
 * @param path of the pages that it is meant for, with a slash before it; null means all
 * @param language of those pages; null means any
 * @see <a href="https://gohugo.io/content-management/front-matter/#cascade">cascade</a>
 */
record Cascade(@Nullable PathGlob path, @Nullable PathGlob language, YamlMap values) {

    private static final String PARAMS = "params";

    /**
     * Reads what stands under {@code cascade}: one map of values, or a list of them. What is meant for other pages than
     * documents, or for another environment than production, is left out.
     */
    static List<Cascade> read(Optional<YamlNode> said) {
        var cascades = new ArrayList<Cascade>();
        for (var node : said.map(YamlNode::elements).orElse(List.of())) {
            var values = node.asMap();
            var target = values.map("_target").entries().isEmpty() ? values.map("target") : values.map("_target");
            var meant = matches(target, "kind", "page") && matches(target, "environment", "production");
            if (meant && !values.entries().isEmpty()) {
                cascades.add(new Cascade(
                        target.text("path").map(PathGlob::new).orElse(null),
                        target.text("lang").map(PathGlob::new).orElse(null),
                        values));
            }
        }
        return cascades;
    }

    private static boolean matches(YamlMap target, String key, String value) {
        return target.text(key)
                .filter(text -> !new PathGlob(text).matches(value))
                .isEmpty();
    }

    /** Whether it is meant for a document. */
    boolean concerns(ContentFile file) {
        return (language == null || language.matches(file.language().code()))
                && (path == null || file.names().stream().anyMatch(path::matches));
    }

    /** The values that a page has already, with those of the cascade that it has not: a whole key counts as one. */
    YamlMap under(YamlMap own) {
        Map<String, YamlNode> merged = new LinkedHashMap<>(own.entries());
        values.entries().forEach(merged::putIfAbsent);
        merged.keySet().removeAll(List.of("_target", "target", "cascade"));
        if (values.get(PARAMS).isPresent()) {
            merged.put(PARAMS, own.map(PARAMS).over(values.map(PARAMS)));
        }
        return new YamlMap(merged, own.keys(), own.position());
    }
}
