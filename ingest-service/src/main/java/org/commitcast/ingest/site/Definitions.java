package org.commitcast.ingest.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.RepositoryFiles;
import org.commitcast.contentreading.definition.FeedStatements;
import org.commitcast.contentreading.definition.Outline;
import org.commitcast.contentreading.site.SiteRules;
import org.commitcast.ingest.site.SiteStatement.PublishStatement;
import org.jspecify.annotations.Nullable;

/** Makes the effective definition: what the owner says, over what the repository says. */
public final class Definitions {
    private Definitions() {}

    /** Before anything is known of the repository. */
    static SiteRules rulesAlone(SiteStatement statement) {
        RepositoryFiles nothing = new RepositoryFiles() {
            @Override
            public Stream<String> paths() {
                return Stream.empty();
            }

            @Override
            public Optional<byte[]> read(String path) {
                return Optional.empty();
            }
        };
        return ContentReader.of(nothing, statement.settings()).rules();
    }

    /** The definition as it is published. */
    public static SiteDefinition effective(String site, SiteStatement statement, SiteRules rules, String branch) {
        var outline = new Outline(
                site,
                statement.repository().url(),
                branch,
                statement.owner(),
                FeedStatements.all(statement.feeds()),
                statement.gate().feed(),
                statement.gate().page(),
                Optional.ofNullable(statement.publish())
                        .map(PublishStatement::url)
                        .orElse(null));
        return outline.completedBy(rules);
    }

    /** Each effective value with who said it, for people. */
    public static Map<String, Explained> explained(SiteStatement statement, SiteRules rules, String branch) {
        Map<String, Explained> all = new LinkedHashMap<>();
        all.put("repository", said(statement.repository().url()));
        all.put("branch", statement.repository().branch() != null ? said(branch) : new Explained(branch, "repository"));
        rules.all().forEach((name, value) -> all.put(name, new Explained(value.shown(), rules.sourceOf(value))));
        all.put("owner", said(statement.owner()));
        all.put("feeds", said(FeedStatements.all(statement.feeds())));
        all.put("gate", said(statement.gate().label()));
        all.put("adopt", said(statement.adopt()));
        all.put("writeBack", said(statement.writeBack()));
        all.put("status", said(statement.status()));
        all.put("publish", said(statement.publish()));
        return all;
    }

    private static Explained said(@Nullable Object value) {
        return new Explained(value, "definition");
    }

    /** A value and who said it. */
    public record Explained(@Nullable Object value, String origin) {}
}
