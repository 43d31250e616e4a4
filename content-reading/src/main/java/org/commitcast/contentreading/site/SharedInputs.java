package org.commitcast.contentreading.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.generator.Generator;
import org.commitcast.contentreading.generator.InFolder;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.commitcast.contentreading.yaml.YamlMap;

/**
 * The files that say how all others are read, and what they say together. A broken one is a finding and counts as it was
 * before it broke: a slip in it must not read a whole site otherwise.
 */
public final class SharedInputs {

    public static final String SITE_FILE = ".commitcast.yml";

    private final SiteRules rules;
    private final SiteFolder folder;
    private final List<Finding> findings;

    private SharedInputs(SiteRules rules, SiteFolder folder, List<Finding> findings) {
        this.rules = rules;
        this.folder = folder;
        this.findings = List.copyOf(findings);
    }

    /** What they say. */
    public SiteRules rules() {
        return rules;
    }

    /** What is wrong in them. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether a path is one of them, or may become one. */
    public boolean contains(String path) {
        return folder.shares(path);
    }

    /** Whether it depends on a file, that is none of them, where the site lies. */
    public boolean dependOn(String path) {
        return folder.candidates().dependOn(path);
    }

    /** Whether the site lies where it did after a change of such a file, as far as that depends on this one. */
    public boolean stay(String path, Optional<YamlMap> before, Optional<YamlMap> after) {
        return folder.candidates().stay(path, before, after);
    }

    /** The front matter of a document that says something for others; empty if it cannot be read. */
    public static Optional<YamlMap> frontMatter(String path, byte[] bytes, ReadingLimits limits) {
        return SharedFiles.frontMatter(path, bytes, limits, new ArrayList<>());
    }

    /**
     * Combines the sources.
     *
     * @param paths every path of the repository
     * @param read the bytes of a file
     * @param earlier what a file held before, newest first
     * @param limits what files may take
     */
    public static SharedInputs read(
            SiteSettings definition,
            Supplier<Stream<String>> paths,
            Function<String, Optional<byte[]>> read,
            Function<String, Stream<byte[]>> earlier,
            ReadingLimits limits) {
        var findings = new ArrayList<Finding>();
        var files = new SharedFiles(paths, read, new LookBacks(earlier), limits);
        var layers = new EnumMap<Origin, SiteSettings>(Origin.class);
        layers.put(Origin.DEFINITION, definition);
        files.siteFile(findings).ifPresent(said -> layers.put(Origin.REPOSITORY, SiteFile.allowed(said, findings)));
        var named = stated(layers, Setting.GENERATOR);
        var folder = stated(layers, Setting.FOLDER)
                .map(SiteFolder::of)
                .orElseGet(() -> SiteFolders.found(
                        files, named, stated(layers, Setting.FIELDS).orElse(FieldKeys.USUAL), findings));
        var generator = generator(files, folder, named, findings);
        layers.put(Origin.GENERATOR, found(generator, folder));
        layers.put(Origin.HOST, HostFile.said(folder.path(), read));
        layers.put(Origin.DEFAULT, defaults().with(Setting.GENERATOR, generator.name()));
        return new SharedInputs(new SiteRules(layers, generator, limits), folder, findings);
    }

    private static Generator generator(
            SharedFiles files, SiteFolder place, Optional<String> named, List<Finding> findings) {
        var folder = place.path();
        var generators = new Generators(files.configuration(folder, findings), () -> place.own(files));
        var name = named.orElseGet(generators::found);
        var sources = folder + generators.sources(name);
        var generator =
                generators.named(name, () -> files.below(sources), path -> files.frontMatter(sources + path, findings));
        return sources.isEmpty() ? generator : new InFolder(generator, sources, folder);
    }

    private static <T> Optional<T> stated(Map<Origin, SiteSettings> layers, Setting<T> setting) {
        return layers.values().stream()
                .flatMap(settings -> settings.get(setting).stream())
                .findFirst();
    }

    private static SiteSettings found(Generator generator, SiteFolder folder) {
        // A value that does not fit is not said: a base address of "/" names no host.
        var facts = SiteSettings.read(Collections.unmodifiableMap(generator.siteFacts()))
                .settings();
        if (!folder.path().isEmpty()) {
            facts = facts.with(Setting.FOLDER, folder.path().replaceFirst("/$", ""));
        }
        return generator.configuration().isPresent() ? facts.with(Setting.GENERATOR, generator.name()) : facts;
    }

    private static SiteSettings defaults() {
        return SiteSettings.none()
                .with(Setting.TIMEZONE, "UTC")
                .with(Setting.GUID_PATTERN, ":url")
                .with(Setting.PATHS, PathPatterns.NONE)
                .with(Setting.FIELDS, FieldKeys.USUAL)
                .with(Setting.FUTURE, FutureDates.AS_GENERATED)
                .with(Setting.DISCUSSION_KEYS, DiscussionKeys.usual())
                .with(Setting.HTML_POLICY, HtmlPolicy.SAFE)
                .with(Setting.TYPOGRAPHY, Typography.ANY)
                .with(Setting.ENCLOSURE_PROBE, EnclosureProbing.OFF);
    }
}
