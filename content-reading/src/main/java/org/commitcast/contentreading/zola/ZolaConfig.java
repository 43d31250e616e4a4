package org.commitcast.contentreading.zola;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;

/**
 * What a site's configuration says of reading documents.
 *
 * @param languages codes, the default one not among them
 * @param ignored globs of content that is left out
 * @param variables all of it
 */
record ZolaConfig(
        String file,
        String defaultLanguage,
        Set<String> languages,
        SlugStyle slugs,
        List<String> ignored,
        YamlMap variables) {

    ZolaConfig {
        languages = Set.copyOf(languages);
        ignored = List.copyOf(ignored);
    }

    static ZolaConfig read(String file, YamlMap config) {
        var style = config.map("slugify").text("paths").orElse("on").toUpperCase(Locale.ROOT);
        return new ZolaConfig(
                file,
                config.text("default_language").orElse("en"),
                config.map("languages").entries().keySet(),
                style.equals("OFF") ? SlugStyle.OFF : style.equals("SAFE") ? SlugStyle.SAFE : SlugStyle.ON,
                config.get("ignored_content").map(YamlNode::texts).orElse(List.of()),
                config);
    }

    /** By the names of the site's settings. */
    Map<String, String> siteFacts() {
        var facts = new LinkedHashMap<String, String>();
        Map.of("title", "title", "description", "description", "url", "base_url", "author", "author")
                .forEach((setting, key) -> variables.text(key).ifPresent(text -> facts.put(setting, text)));
        facts.put("language", defaultLanguage);
        return facts;
    }
}
