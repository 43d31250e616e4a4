package org.commitcast.contentreading.site;

import java.util.ArrayList;
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
import org.commitcast.contentreading.json.JsonReader;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.commitcast.contentreading.toml.TomlReader;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlReader;

/**
 * Reads the files that say how others are read. A broken one counts as it was before it broke.
 *
 * @param paths every path of the repository
 * @param read the bytes of a file
 * @param earlier what a file held before, newest first
 * @param limits what files may take
 */
record SharedFiles(
        Supplier<Stream<String>> paths,
        Function<String, Optional<byte[]>> read,
        Function<String, Stream<byte[]>> earlier,
        ReadingLimits limits) {

    private static final String RULES_OF_SITE_FILE = "site-file";
    private static final String RULES_OF_CONFIG = "config";

    /** The paths below a folder, as they are called there. */
    Stream<String> below(String folder) {
        return folder.isEmpty()
                ? paths.get()
                : paths.get().filter(path -> path.startsWith(folder)).map(path -> path.substring(folder.length()));
    }

    /** The configuration files of a folder that could be read, by their paths there; the others are empty. */
    Map<String, YamlMap> configuration(String folder, List<Finding> findings) {
        var files = new LinkedHashMap<String, YamlMap>();
        below(folder)
                .filter(Generators::configures)
                .sorted()
                .forEach(path -> files.put(path, good(folder + path, this::parsed, findings)));
        return files;
    }

    /** What {@code .commitcast.yml} says, if there is one. */
    Optional<YamlMap> siteFile(List<Finding> findings) {
        return read.apply(SharedInputs.SITE_FILE).isPresent()
                ? Optional.of(good(SharedInputs.SITE_FILE, this::parsed, findings))
                : Optional.empty();
    }

    /** The front matter of a document that says something for others. */
    YamlMap frontMatter(String path, List<Finding> findings) {
        return good(path, (file, bytes, all) -> frontMatter(file, bytes, limits, all), findings);
    }

    private YamlMap good(String path, Parser parser, List<Finding> findings) {
        return read.apply(path)
                .flatMap(bytes -> parser.parse(path, bytes, findings))
                .or(() -> earlier.apply(path)
                        .flatMap(bytes -> parser.parse(path, bytes, new ArrayList<>()).stream())
                        .findFirst())
                .orElseGet(() -> YamlMap.empty(Position.START));
    }

    /** The front matter of a document; empty with a finding if it cannot be read. */
    static Optional<YamlMap> frontMatter(String path, byte[] bytes, ReadingLimits limits, List<Finding> all) {
        var findings = new Findings(path);
        var source = SourceText.decode(bytes, limits, findings)
                .flatMap(text -> FrontMatterReader.read(text, limits, findings));
        all.addAll(findings.list());
        return source.map(parsed -> parsed.frontMatter().values());
    }

    private Optional<YamlMap> parsed(String path, byte[] bytes, List<Finding> all) {
        var findings = new Findings(path);
        var rules = path.equals(SharedInputs.SITE_FILE) ? RULES_OF_SITE_FILE : RULES_OF_CONFIG;
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

    @FunctionalInterface
    private interface Parser {
        Optional<YamlMap> parse(String path, byte[] bytes, List<Finding> findings);
    }
}
