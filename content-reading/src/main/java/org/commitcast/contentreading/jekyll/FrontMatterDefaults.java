package org.commitcast.contentreading.jekyll;

import java.util.ArrayList;
import java.util.List;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.path.Glob;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;

/**
 * Values that documents have without saying them, by path and type.
 *
 * @see <a href="https://jekyllrb.com/docs/configuration/front-matter-defaults/">the rules of precedence</a>
 */
final class FrontMatterDefaults {

    private final List<DefaultSet> sets;

    private FrontMatterDefaults(List<DefaultSet> sets) {
        this.sets = List.copyOf(sets);
    }

    static FrontMatterDefaults none() {
        return new FrontMatterDefaults(List.of());
    }

    /**
     * Reads the list under {@code defaults}; elements without values are left out.
     *
     * @param collectionsDir that scopes may name, but paths that are asked for do not
     */
    static FrontMatterDefaults read(YamlNode list, String collectionsDir) {
        var sets = new ArrayList<DefaultSet>();
        for (var element : list.elements()) {
            var scope = element.asMap().map("scope");
            var values = element.asMap().map("values");
            if (!values.entries().isEmpty()) {
                var path = scope.text("path").orElse("").replaceFirst("^/", "");
                var below = path.startsWith(collectionsDir) ? path.substring(collectionsDir.length()) : path;
                sets.add(new DefaultSet(below, scope.text("type").orElse(""), values));
            }
        }
        return new FrontMatterDefaults(sets);
    }

    /** The values for a document; of two scopes the longer path wins, then the one with a type, then the later one. */
    public YamlMap of(String path, String collection) {
        var merged = YamlMap.empty(Position.START);
        DefaultSet strongest = null;
        for (var set : sets) {
            if (!set.appliesTo(path, collection)) {
                continue;
            }
            if (strongest == null || set.precedes(strongest)) {
                merged = set.values.over(merged);
                strongest = set;
            } else {
                merged = merged.over(set.values);
            }
        }
        return merged;
    }

    private record DefaultSet(String path, String type, YamlMap values) {

        boolean appliesTo(String document, String collection) {
            return (type.isEmpty() || type.equals(collection) || (type + "s").equals(collection))
                    && (path.isEmpty() || liesBelow(document));
        }

        private boolean liesBelow(String document) {
            if (path.indexOf('*') < 0) {
                return document.startsWith(path);
            }
            return Glob.matches(path, document) || Glob.matches(path + "/**", document);
        }

        boolean precedes(DefaultSet other) {
            if (path.length() != other.path.length()) {
                return path.length() > other.path.length();
            }
            return !type.isEmpty() || other.type.isEmpty();
        }
    }
}
