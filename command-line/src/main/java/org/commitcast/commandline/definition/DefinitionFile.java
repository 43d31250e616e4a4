package org.commitcast.commandline.definition;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.commandline.arguments.UsageProblem;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteDefinition.Owner;
import org.commitcast.contentreading.definition.FeedStatements;
import org.commitcast.contentreading.definition.Fields;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.frontmatter.SourceText;
import org.commitcast.contentreading.site.SiteSettings;
import org.commitcast.contentreading.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * A site's definition in a file, JSON or YAML: the body that is PUT to a server.
 *
 * @param settings what the repository may say as well
 * @param feeds by name, those of which something is said
 * @param adopt the feed that the show had before
 */
public record DefinitionFile(
        SiteSettings settings, @Nullable Owner owner, Map<String, FeedDefinition> feeds, @Nullable URI adopt) {

    /** What only a server can make use of. */
    private static final Set<String> OF_THE_SERVER =
            Set.of("site", "repository", "webhook", "gate", "writeBack", "status", "publish", "maintainers");

    /** What says nothing. */
    public static final DefinitionFile NONE = new DefinitionFile(SiteSettings.none(), null, Map.of(), null);

    /**
     * Reads it.
     *
     * @throws UsageProblem where it cannot be read, naming everything that is wrong
     */
    public static DefinitionFile read(@Nullable Path file) {
        if (file == null) {
            return NONE;
        }
        Map<String, @Nullable Object> said = parsed(file);
        said.keySet().removeAll(OF_THE_SERVER);
        List<String> problems = new ArrayList<>();
        Fields fields = new Fields("", said, problems);
        Owner owner = owner(fields.object("owner"));
        Map<String, FeedDefinition> feeds = FeedStatements.of(fields);
        URI adopt = fields.address("adopt");
        var reading = SiteSettings.read(fields.rest());
        reading.problems().forEach(problem -> problems.add(problem.name() + ": " + problem.message()));
        if (!problems.isEmpty()) {
            throw new UsageProblem(file + ": " + String.join(" ", problems));
        }
        return new DefinitionFile(reading.settings(), owner, feeds, adopt);
    }

    private static @Nullable Owner owner(Fields fields) {
        Owner owner = fields.isEmpty() ? null : new Owner(fields.text("name"), fields.text("email"));
        fields.end();
        return owner;
    }

    private static Map<String, @Nullable Object> parsed(Path file) {
        Findings findings = new Findings(file.toString());
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        SourceText.decode(bytes(file), findings)
                .flatMap(text -> new YamlReader("site-file", findings).read(text, 1))
                .ifPresent(map -> said.putAll(map.toJson()));
        if (findings.hasErrors()) {
            Finding first = findings.list().get(0);
            throw new UsageProblem("%s:%d:%d %s".formatted(file, first.line(), first.column(), first.message()));
        }
        return said;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UsageProblem("The file " + file + " cannot be read.");
        }
    }
}
