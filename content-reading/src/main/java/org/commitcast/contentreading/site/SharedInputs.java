package org.commitcast.contentreading.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.frontmatter.FrontMatterReader;
import org.commitcast.contentreading.frontmatter.SourceText;
import org.commitcast.contentreading.generator.Generator;
import org.commitcast.contentreading.json.JsonReader;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.commitcast.contentreading.toml.TomlReader;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlReader;

/**
 * The files that say how all others are read, and what they say together. A broken one is a finding and counts as it was
 * before it broke: a slip in it must not read a whole site otherwise.
 *
 * @param findings of those files
 */
public record SharedInputs(SiteRules rules, List<Finding> findings) {

    public static final String SITE_FILE = ".commitcast.yml";

    private static final String RULES_OF_SITE_FILE = "site-file";
    private static final String RULES_OF_CONFIG = "config";

    public SharedInputs {
        findings = List.copyOf(findings);
    }

    /** Whether a path is one of them, or may become one. */
    public static boolean contains(String path) {
        return path.equals(SITE_FILE) || HostFile.is(path) || Generators.configures(path);
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
        var files = new LinkedHashMap<String, YamlMap>();
        Parser ofConfig = (path, bytes, all) -> parsed(path, bytes, limits, all);
        Parser ofDocument = (path, bytes, all) -> frontMatter(path, bytes, limits, all);
        paths.get()
                .filter(path -> contains(path) && !HostFile.is(path))
                .sorted()
                .forEach(path -> files.put(path, good(path, ofConfig, read, earlier, findings)));
        var layers = new EnumMap<Origin, SiteSettings>(Origin.class);
        layers.put(Origin.DEFINITION, definition);
        var said = files.remove(SITE_FILE);
        if (said != null) {
            layers.put(Origin.REPOSITORY, SiteFile.allowed(said, findings));
        }
        var generators = new Generators(files, paths, path -> good(path, ofDocument, read, earlier, findings));
        var generator = generators.named(stated(layers).orElseGet(generators::found));
        layers.put(Origin.GENERATOR, found(generator));
        layers.put(Origin.HOST, HostFile.said(read));
        layers.put(Origin.DEFAULT, defaults().with(Setting.GENERATOR, generator.name()));
        return new SharedInputs(new SiteRules(layers, generator, limits), findings);
    }

    private static Optional<String> stated(Map<Origin, SiteSettings> layers) {
        return layers.values().stream()
                .flatMap(settings -> settings.get(Setting.GENERATOR).stream())
                .findFirst();
    }

    /** What is in a file, or was before it broke. */
    private static YamlMap good(
            String path,
            Parser parser,
            Function<String, Optional<byte[]>> read,
            Function<String, Stream<byte[]>> earlier,
            List<Finding> findings) {
        return read.apply(path)
                .flatMap(bytes -> parser.parse(path, bytes, findings))
                .or(() -> earlier.apply(path)
                        .flatMap(bytes -> parser.parse(path, bytes, new ArrayList<>()).stream())
                        .findFirst())
                .orElseGet(() -> YamlMap.empty(Position.START));
    }

    /** The front matter of a document that says something for others. */
    public static Optional<YamlMap> frontMatter(String path, byte[] bytes, ReadingLimits limits, List<Finding> all) {
        var findings = new Findings(path);
        var source = SourceText.decode(bytes, limits, findings)
                .flatMap(text -> FrontMatterReader.read(text, limits, findings));
        all.addAll(findings.list());
        return source.map(parsed -> parsed.frontMatter().values());
    }

    private static Optional<YamlMap> parsed(String path, byte[] bytes, ReadingLimits limits, List<Finding> all) {
        var findings = new Findings(path);
        var rules = path.equals(SITE_FILE) ? RULES_OF_SITE_FILE : RULES_OF_CONFIG;
        var map = SourceText.decode(bytes, limits, findings).flatMap(text -> {
            if (path.endsWith(".toml")) {
                return new TomlReader(rules, limits, findings).read(text, 1);
            }
            return path.endsWith(".json")
                    ? new JsonReader(rules, limits, findings).read(text, 1).map(JsonReader.Parsed::values)
                    : new YamlReader(rules, limits, findings).read(text, 1);
        });
        all.addAll(findings.list());
        return map;
    }

    private static SiteSettings found(Generator generator) {
        // A value that does not fit is not said: a base address of "/" names no host.
        var facts = SiteSettings.read(Collections.unmodifiableMap(generator.siteFacts()))
                .settings();
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

    @FunctionalInterface
    private interface Parser {
        Optional<YamlMap> parse(String path, byte[] bytes, List<Finding> findings);
    }
}
