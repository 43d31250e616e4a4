package org.commitcast.contentreading.hugo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;

/** Finds the folders whose files become pages. */
final class ContentMounts {

    private ContentMounts() {}

    /**
     * What is mounted on the content folder; where nothing is, that folder itself, for each language its own.
     *
     * @param byDefault the language of what names none
     */
    static List<Mount> of(YamlMap config, Map<String, Language> languages, String byDefault) {
        var mounts = new ArrayList<Mount>();
        for (var node :
                config.map("module").get("mounts").map(YamlNode::elements).orElse(List.of())) {
            var said = node.asMap();
            var target = folder(said.text("target").orElse(""));
            var language = languages.get(said.text("lang").orElse(byDefault));
            if (language != null && (target.equals("content/") || target.startsWith("content/"))) {
                mounts.add(mount(said, target.substring("content/".length()), language));
            }
        }
        return mounts.isEmpty() ? usual(config, languages.values()) : mounts;
    }

    private static Mount mount(YamlMap said, String target, Language language) {
        var source = folder(said.text("source").orElse(""));
        var file = target.matches(".*\\.\\w+/") && source.matches(".*\\.\\w+/");
        return new Mount(
                file ? source.substring(0, source.length() - 1) : source,
                file ? target.substring(0, target.length() - 1) : target,
                language,
                globs(said, "includefiles"),
                globs(said, "excludefiles"));
    }

    private static List<PathGlob> globs(YamlMap said, String key) {
        return said.get(key).map(YamlNode::texts).orElse(List.of()).stream()
                .map(glob -> new PathGlob(glob.startsWith("/") || glob.startsWith("**") ? glob : "/" + glob))
                .toList();
    }

    private static List<Mount> usual(YamlMap config, Collection<Language> languages) {
        var folder = config.text("contentdir").orElse("content");
        return languages.stream()
                .map(language -> Mount.of(
                        folder(config.map("languages")
                                .map(language.code())
                                .text("contentdir")
                                .orElse(folder)),
                        language))
                .toList();
    }

    private static String folder(String name) {
        var clean = name.replaceAll("^(?:\\./)*/*|/+$", "");
        return clean.isEmpty() || clean.equals(".") ? "" : clean + "/";
    }
}
