package org.commitcast.contentreading.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that the sources of all modules name, and those that the documentation does. */
class DocumentedRulesTest {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:error|warning|Finding|finding|held|problem)\\(\\s*\"([a-z-]+\\.[a-z0-9-]+)\"");
    /** The rules of YAML apply to several kinds of files, each with a prefix of its own. */
    private static final Pattern PREFIX = Pattern.compile("(?:new YamlReader\\(|RULES\\w* = )\"([a-z-]+)\"");

    private static final Pattern SUFFIX = Pattern.compile("(?:rules \\+|\\()\\s*\"(\\.[a-z-]+)\"");
    private static final String READING = "content-reading/src/main/java/org/commitcast/contentreading/";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+\\.[a-z0-9-]+)` \\|");

    @Test
    void everyRuleStandsInTheTableAndTheTableNamesNoOther() throws IOException {
        var sources = sources();
        Set<String> rules = new TreeSet<>(all(NAMED, sources));
        for (var prefix : all(PREFIX, sources)) {
            all(SUFFIX, sources(READING + "yaml") + sources(READING + "finding"))
                    .forEach(suffix -> rules.add(prefix + suffix));
        }
        var documented = all(ROW, Files.readString(HOME.resolve("docs/findings.md")));

        assertThat(rules).hasSizeGreaterThan(40);
        assertThat(documented).containsExactlyElementsOf(rules);
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        try (var modules = Files.list(HOME)) {
            return modules.map(module ->
                            HOME.relativize(module.resolve("src/main/java")).toString())
                    .filter(folder -> Files.isDirectory(HOME.resolve(folder)))
                    .map(DocumentedRulesTest::sources)
                    .collect(Collectors.joining());
        }
    }

    private static String sources(String folder) {
        try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(DocumentedRulesTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
