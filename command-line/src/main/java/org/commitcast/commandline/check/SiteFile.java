package org.commitcast.commandline.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commitcast.commandline.arguments.UsageProblem;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.frontmatter.SourceText;
import org.commitcast.contentreading.site.SiteSettings;
import org.commitcast.contentreading.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** A site's definition in a file, JSON or YAML: the body that is PUT to a server. */
final class SiteFile {
    /** What only a server can make use of. */
    private static final Set<String> OF_THE_SERVER = Set.of(
            "site", "repository", "webhook", "owner", "feeds", "gate", "adopt", "writeBack", "status", "maintainers");

    private SiteFile() {}

    static SiteSettings read(@Nullable Path file) {
        if (file == null) {
            return SiteSettings.none();
        }
        Findings findings = new Findings(file.toString());
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        SourceText.decode(bytes(file), findings)
                .flatMap(text -> new YamlReader("site-file", findings).read(text, 1))
                .ifPresent(map -> settings.putAll(map.toJson()));
        if (findings.hasErrors()) {
            Finding first = findings.list().get(0);
            throw new UsageProblem("%s:%d:%d %s".formatted(file, first.line(), first.column(), first.message()));
        }
        settings.keySet().removeAll(OF_THE_SERVER);
        var reading = SiteSettings.read(settings);
        if (!reading.problems().isEmpty()) {
            throw new UsageProblem(file + ": "
                    + reading.problems().stream()
                            .map(problem -> problem.name() + ": " + problem.message())
                            .collect(Collectors.joining(" ")));
        }
        return reading.settings();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UsageProblem("The file " + file + " cannot be read.");
        }
    }
}
