package org.commitcast.contentreading.hugo;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;

/**
 * What themes say for the sites that use them: their parameters, and whatever else a site says that it wants of them.
 *
 * @see <a href="https://gohugo.io/configuration/introduction/#merge-configuration-settings">what is merged</a>
 */
final class Themes {

    private static final int MAX = 20;
    private static final String MERGE = "_merge";

    private Themes() {}

    /**
     * A site's configuration over that of its themes.
     *
     * @param configuration of the theme of a name; empty if it is not in the repository
     */
    static YamlMap under(YamlMap site, Function<String, YamlMap> configuration) {
        var merged = site;
        var open = new ArrayDeque<>(named(site));
        var seen = new HashSet<String>();
        while (!open.isEmpty() && seen.size() < MAX) {
            var name = open.pop();
            if (seen.add(name)) {
                var theme = configuration.apply(name);
                merged = under(merged, theme);
                // A theme may be made of others; the first one named counts most, with all that it is made of.
                var more = new ArrayDeque<>(named(theme));
                while (!more.isEmpty()) {
                    open.push(more.removeLast());
                }
            }
        }
        return merged;
    }

    private static Set<String> named(YamlMap config) {
        var names = new LinkedHashSet<String>();
        config.get("theme").ifPresent(said -> names.addAll(said.texts()));
        config.map("module").get("imports").ifPresent(imports -> imports.elements()
                .forEach(one -> one.asMap().text("path").ifPresent(names::add)));
        return names;
    }

    private static YamlMap under(YamlMap site, YamlMap theme) {
        Map<String, YamlNode> entries = new LinkedHashMap<>(site.entries());
        theme.entries().forEach((key, said) -> {
            var own = site.map(key);
            var usual = key.equals("params") ? "deep" : "none";
            switch (own.text(MERGE).orElse(usual)) {
                case "deep" -> entries.put(key, own.over(said.asMap()));
                case "shallow" -> entries.put(key, shallow(own, said.asMap()));
                default -> {}
            }
        });
        return new YamlMap(entries, site.keys(), site.position());
    }

    private static YamlMap shallow(YamlMap own, YamlMap theme) {
        Map<String, YamlNode> entries = new LinkedHashMap<>(own.entries());
        theme.entries().forEach(entries::putIfAbsent);
        return new YamlMap(entries, own.keys(), own.position());
    }
}
