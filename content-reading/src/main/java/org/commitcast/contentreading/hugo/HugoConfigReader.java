package org.commitcast.contentreading.hugo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.contentreading.hugo.HugoConfig.UglyUrls;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads a site's configuration; what it does not say has Hugo's own default. */
final class HugoConfigReader {

    private static final int SUMMARY_WORDS = 70;

    private final YamlMap config;

    private HugoConfigReader(YamlMap config) {
        this.config = config;
    }

    static HugoConfig read(@Nullable String file, YamlMap config) {
        var reader = new HugoConfigReader(config);
        var language = config.text("defaultcontentlanguage").orElse("en");
        var languages = reader.languages(language);
        return new HugoConfig(
                file,
                language,
                languages,
                ContentMounts.of(config, languages, language),
                reader.permalinks(),
                reader.mainSections(),
                reader.uglyUrls(),
                new PathSpelling(
                        config.truth("disablepathtolower").orElse(false),
                        config.truth("removepathaccents").orElse(false)),
                HugoDates.of(config),
                config.truth("builddrafts").orElse(false),
                config.text("summarylength")
                        .filter(text -> text.matches("\\d{1,5}"))
                        .map(Integer::valueOf)
                        .orElse(SUMMARY_WORDS),
                Cascade.read(config.get("cascade")),
                config);
    }

    private Map<String, Language> languages(String byDefault) {
        var inFolder = config.truth("defaultcontentlanguageinsubdir").orElse(false);
        var disabled = new HashSet<>(
                config.get("disablelanguages").map(YamlNode::texts).orElse(List.of()));
        var languages = new LinkedHashMap<String, Language>();
        languages.put(byDefault, new Language(byDefault, inFolder ? "/" + byDefault : "", false));
        config.map("languages").entries().forEach((code, node) -> {
            var said = node.asMap();
            languages.put(
                    code,
                    new Language(
                            code,
                            code.equals(byDefault) && !inFolder ? "" : "/" + code,
                            disabled.contains(code) || said.truth("disabled").orElse(false)));
        });
        return languages;
    }

    /** By section; newer sites say them by kind of page first. */
    private Map<String, String> permalinks() {
        var patterns = new HashMap<String, String>();
        var said = config.map("permalinks");
        for (var map : List.of(said, said.map("page"))) {
            map.entries().forEach((section, node) -> node.text().ifPresent(text -> patterns.put(section, text)));
        }
        return patterns;
    }

    private Set<String> mainSections() {
        var said = config.get("mainsections").or(() -> config.map("params").get("mainsections"));
        return Set.copyOf(said.map(YamlNode::texts).orElse(List.of()));
    }

    private UglyUrls uglyUrls() {
        var sections = new HashSet<String>();
        config.map("uglyurls").entries().forEach((section, node) -> {
            if (config.map("uglyurls").truth(section).orElse(false)) {
                sections.add(section);
            }
        });
        return new UglyUrls(config.truth("uglyurls").orElse(false), sections);
    }
}
