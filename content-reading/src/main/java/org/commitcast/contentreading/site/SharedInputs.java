package org.commitcast.contentreading.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.frontmatter.SourceText;
import org.commitcast.contentreading.jekyll.JekyllConfig;
import org.commitcast.contentreading.jekyll.JekyllConfigReader;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * The files that say how all others are read, and what they say together. A broken one is a finding; the rest holds.
 *
 * @param findings of those files
 */
public record SharedInputs(SiteRules rules, List<Finding> findings) {

    public static final String CONFIG = JekyllConfigReader.PATH;
    public static final String SITE_FILE = ".commitcast.yml";

    public SharedInputs {
        findings = List.copyOf(findings);
    }

    /** Whether a path is one of them. */
    public static boolean contains(String path) {
        return path.equals(CONFIG) || path.equals(SITE_FILE);
    }

    /**
     * Combines the sources.
     *
     * @param config the bytes of {@code _config.yml}, if there is one
     * @param siteFile the bytes of {@code .commitcast.yml}, if there is one
     */
    public static SharedInputs read(SiteSettings definition, byte @Nullable [] config, byte @Nullable [] siteFile) {
        var ofConfig = new Findings(CONFIG);
        var ofSiteFile = new Findings(SITE_FILE);
        var generator = config == null
                ? JekyllConfigReader.absent()
                : yaml(config, "config", ofConfig).map(JekyllConfigReader::read).orElseGet(JekyllConfigReader::absent);
        var layers = new EnumMap<Origin, SiteSettings>(Origin.class);
        layers.put(Origin.DEFINITION, definition);
        layers.put(Origin.GENERATOR, found(generator));
        if (siteFile != null) {
            yaml(siteFile, "site-file", ofSiteFile)
                    .ifPresent(said -> layers.put(Origin.REPOSITORY, allowed(said, ofSiteFile)));
        }
        layers.put(Origin.DEFAULT, defaults());
        var findings = new ArrayList<>(ofConfig.list());
        findings.addAll(ofSiteFile.list());
        return new SharedInputs(new SiteRules(layers, generator), findings);
    }

    private static Optional<YamlMap> yaml(byte[] bytes, String rules, Findings findings) {
        return SourceText.decode(bytes, findings).flatMap(text -> new YamlReader(rules, findings).read(text, 1));
    }

    private static SiteSettings allowed(YamlMap said, Findings findings) {
        var settings = SiteSettings.none();
        for (var name : said.entries().keySet()) {
            var place = said.positionOf(name);
            var reading = SiteSettings.read(
                    Collections.singletonMap(name, said.toJson().get(name)));
            reading.problems()
                    .forEach(problem -> findings.warning(
                            "site-file.setting", place, "'" + name + "' is left out. " + problem.message()));
            for (var setting : Setting.ALL) {
                settings = setting.inRepository() ? setting.copy(reading.settings(), settings) : settings;
                if (!setting.inRepository() && setting.name().equals(name)) {
                    findings.warning(
                            "site-file.not-here",
                            place,
                            "'" + name + "' is left out; it can be set in the site's definition only.");
                }
            }
        }
        return settings;
    }

    private static SiteSettings found(JekyllConfig generator) {
        var config = generator.variables();
        var author = config.map("author");
        var settings = SiteSettings.none();
        settings = put(settings, Setting.TITLE, config.text("title").or(() -> config.text("name")));
        settings = put(settings, Setting.SUBTITLE, config.text("subtitle").or(() -> config.text("tagline")));
        settings = put(settings, Setting.DESCRIPTION, config.text("description"));
        settings = put(settings, Setting.URL, url(config));
        settings = put(settings, Setting.LANGUAGE, config.text("lang").or(() -> config.text("language")));
        settings = put(settings, Setting.AUTHOR, config.text("author").or(() -> author.text("name")));
        settings = put(settings, Setting.EMAIL, config.text("email").or(() -> author.text("email")));
        return put(settings, Setting.TIMEZONE, config.text("timezone").flatMap(SettingValues::zone));
    }

    /** In Jekyll {@code url} is the host and {@code baseurl} the folder that the site lies in. */
    private static Optional<URI> url(YamlMap config) {
        var folder = config.text("baseurl")
                .map(text -> text.replaceAll("^/*|/*$", ""))
                .orElse("");
        return config.text("url")
                .map(text -> text.replaceAll("/+$", ""))
                .map(host -> folder.isEmpty() ? host : host + "/" + folder)
                .flatMap(SettingValues::address);
    }

    private static SiteSettings defaults() {
        return SiteSettings.none()
                .with(Setting.TIMEZONE, "UTC")
                .with(Setting.GUID_PATTERN, ":url")
                .with(Setting.PATHS, PathPatterns.NONE)
                .with(Setting.FIELD_MAPPING, FieldKeys.USUAL)
                .with(Setting.DISCUSSION_KEYS, DiscussionKeys.usual())
                .with(Setting.HTML_POLICY, HtmlPolicy.SAFE)
                .with(Setting.TYPOGRAPHY, Typography.ANY)
                .with(Setting.ENCLOSURE_PROBE, EnclosureProbing.OFF);
    }

    private static <T> SiteSettings put(SiteSettings settings, Setting<T> setting, Optional<T> value) {
        return value.map(said -> settings.with(setting, said)).orElse(settings);
    }
}
