package org.commitcast.contentreading.jekyll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads {@code _config.yml}; what it does not say has Jekyll's own default. */
final class JekyllConfigReader {

    // What Jekyll leaves out whatever the site says.
    private static final List<String> ALWAYS_EXCLUDED = List.of(
            ".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules", "vendor/bundle");

    private JekyllConfigReader() {}

    static JekyllConfig read(@Nullable String file, YamlMap config) {
        var exclude = new ArrayList<>(ALWAYS_EXCLUDED);
        config.get("exclude").ifPresent(list -> exclude.addAll(list.texts()));
        var collectionsDir = FolderNames.normal(config.text("collections_dir").orElse(""));
        return new JekyllConfig(
                file,
                collections(config),
                collectionsDir,
                config.text("permalink").orElse("date"),
                config.text("excerpt_separator").orElse("\n\n"),
                config.truth("future").orElse(false),
                config.truth("unpublished").orElse(false),
                exclude,
                config.get("include").map(YamlNode::texts).orElse(List.of()),
                config.get("defaults")
                        .map(list -> FrontMatterDefaults.read(list, collectionsDir))
                        .orElseGet(FrontMatterDefaults::none),
                config);
    }

    private static Map<String, JekyllCollection> collections(YamlMap config) {
        var collections = new LinkedHashMap<String, JekyllCollection>();
        var node = config.get("collections");
        // Old sites list only names; such collections have no pages.
        node.ifPresent(list -> list.texts().forEach(label -> collections.put(label, collection(label, config))));
        var byLabel = config.map("collections");
        byLabel.entries().forEach((label, rules) -> collections.put(label, collection(label, rules.asMap())));
        return collections;
    }

    private static JekyllCollection collection(String label, YamlMap rules) {
        return new JekyllCollection(
                label,
                rules.truth("output").orElse(false),
                rules.text("permalink").orElse(null));
    }
}
