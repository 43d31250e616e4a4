package org.commitcast.contentreading.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.generator.Generator;
import org.commitcast.contentreading.hugo.HugoConfigFiles;
import org.commitcast.contentreading.hugo.HugoGenerator;
import org.commitcast.contentreading.jekyll.JekyllGenerator;
import org.commitcast.contentreading.plain.PlainMarkdown;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.zola.ZolaGenerator;

/** Finds the tool that makes a site's pages by the files that only it has. */
final class Generators {

    static final List<String> NAMES =
            List.of(JekyllGenerator.NAME, HugoGenerator.NAME, ZolaGenerator.NAME, PlainMarkdown.NAME);

    private static final YamlMap NOTHING = YamlMap.empty(Position.START);
    private static final List<String> JEKYLL_FILES = List.of("_config.yml", "_config.yaml", "_config.toml");
    private static final List<String> ZOLA_FILES = List.of("zola.toml", "config.toml");

    private final Map<String, YamlMap> files;
    private final Supplier<Stream<String>> paths;

    /**
     * @param files the configuration files that could be read; those that could not have an empty map
     * @param paths every path of the folder that may be a site
     */
    Generators(Map<String, YamlMap> files, Supplier<Stream<String>> paths) {
        this.files = files;
        this.paths = paths;
    }

    /** Whether a path may configure a generator. */
    static boolean configures(String path) {
        return JEKYLL_FILES.contains(path) || ZOLA_FILES.contains(path) || HugoConfigFiles.contains(path);
    }

    /** Where the documents lie that the generator of this name reads: in the site's folder or one of its own. */
    String sources(String name) {
        return name.equals(JekyllGenerator.NAME) ? JekyllGenerator.source(content(JEKYLL_FILES)) : "";
    }

    /**
     * The generator of this name.
     *
     * @param below every path below its {@link #sources}
     * @param frontMatter of a document there that says something for others
     */
    Generator named(String name, Supplier<Stream<String>> below, Function<String, YamlMap> frontMatter) {
        return switch (name) {
            case JekyllGenerator.NAME -> JekyllGenerator.of(first(JEKYLL_FILES), content(JEKYLL_FILES), below);
            case HugoGenerator.NAME -> HugoGenerator.of(hugoFiles(), below, frontMatter);
            case ZolaGenerator.NAME -> ZolaGenerator.of(first(ZOLA_FILES), content(ZOLA_FILES));
            default -> new PlainMarkdown();
        };
    }

    /** The name of the one whose files are there. */
    String found() {
        return configured()
                .orElseGet(() ->
                        paths.get().anyMatch(JekyllGenerator::suggestedBy) ? JekyllGenerator.NAME : PlainMarkdown.NAME);
    }

    /**
     * Whether one is configured.
     *
     * @param name which one; empty means any
     */
    boolean isConfigured(Optional<String> name) {
        return name.map(this::hasFilesOf).orElseGet(() -> configured().isPresent());
    }

    private boolean hasFilesOf(String name) {
        return switch (name) {
            case JekyllGenerator.NAME -> first(JEKYLL_FILES).isPresent();
            case HugoGenerator.NAME -> !hugoFiles().isEmpty();
            case ZolaGenerator.NAME -> first(ZOLA_FILES).isPresent();
            default -> false;
        };
    }

    private Optional<String> configured() {
        if (files.keySet().stream().anyMatch(HugoConfigFiles::suggests)) {
            return Optional.of(HugoGenerator.NAME);
        }
        if (first(JEKYLL_FILES).isPresent()) {
            return Optional.of(JekyllGenerator.NAME);
        }
        if (files.containsKey("zola.toml") || ZolaGenerator.suggestedBy(content(ZOLA_FILES))) {
            return Optional.of(ZolaGenerator.NAME);
        }
        return isHugo() ? Optional.of(HugoGenerator.NAME) : Optional.empty();
    }

    /** Files of Hugo's older names may be anybody's. */
    private boolean isHugo() {
        return files.values().stream()
                        .anyMatch(config -> config.inLowerCase().get("baseurl").isPresent())
                || (!files.isEmpty() && paths.get().anyMatch(path -> path.startsWith("content/")));
    }

    private Map<String, YamlMap> hugoFiles() {
        var own = new LinkedHashMap<String, YamlMap>();
        for (var path : new TreeSet<>(files.keySet())) {
            if (HugoConfigFiles.contains(path)) {
                own.put(path, files.getOrDefault(path, NOTHING));
            }
        }
        return own;
    }

    private YamlMap content(List<String> names) {
        return first(names).map(files::get).orElse(NOTHING);
    }

    private Optional<String> first(List<String> names) {
        return names.stream().filter(files::containsKey).findFirst();
    }
}
