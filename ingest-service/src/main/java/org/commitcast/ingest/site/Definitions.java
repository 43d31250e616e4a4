package org.commitcast.ingest.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.RepositoryFiles;
import org.commitcast.contentreading.site.Categories;
import org.commitcast.contentreading.site.Setting;
import org.commitcast.contentreading.site.SiteRules;
import org.jspecify.annotations.Nullable;

/** Makes the effective definition: what the owner says, over what the repository says. */
public final class Definitions {
    /** What every site has, by name; a feed that never had an item is not served. */
    static final Map<String, Kind> FEEDS = feedKinds();

    private Definitions() {}

    private static Map<String, Kind> feedKinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("podcast", Kind.EPISODE);
        kinds.put("blog", Kind.POST);
        return kinds;
    }

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
        return new SiteDefinition(
                statement.repository().url(),
                branch,
                rules.get(Setting.TITLE).orElse(site),
                rules.get(Setting.URL).orElse(null),
                rules.get(Setting.SUBTITLE).orElse(null),
                rules.get(Setting.DESCRIPTION).orElse(null),
                rules.get(Setting.LANGUAGE).orElse(null),
                rules.get(Setting.AUTHOR).orElse(null),
                rules.get(Setting.EMAIL).orElse(null),
                statement.owner(),
                rules.get(Setting.IMAGE).orElse(null),
                rules.get(Setting.CATEGORY).orElse(null),
                rules.get(Setting.EXPLICIT).orElse(false),
                rules.get(Setting.COPYRIGHT).orElse(null),
                rules.zone().getId(),
                feeds(statement),
                statement.gate().feed(),
                statement.gate().page(),
                rules.discussionKeys().byPlatform(),
                rules.get(Setting.CATEGORIES).map(Categories::names).orElse(List.of()),
                rules.get(Setting.PODCAST).orElse(null),
                null,
                rules.get(Setting.DISCUSSION_LIST).orElse(false));
    }

    /** Those that every site has, then the owner's own. */
    private static List<FeedDefinition> feeds(SiteStatement statement) {
        Map<String, FeedDefinition> feeds = new LinkedHashMap<>();
        FEEDS.forEach((name, kind) -> feeds.put(name, new FeedDefinition(name, List.of(kind), null, null, null)));
        feeds.putAll(statement.feeds());
        return List.copyOf(feeds.values());
    }

    /** Each effective value with who said it, for people. */
    public static Map<String, Explained> explained(SiteStatement statement, SiteRules rules, String branch) {
        Map<String, Explained> all = new LinkedHashMap<>();
        all.put("repository", said(statement.repository().url()));
        all.put("branch", statement.repository().branch() != null ? said(branch) : new Explained(branch, "repository"));
        rules.all().forEach((name, value) -> all.put(name, new Explained(value.shown(), rules.sourceOf(value))));
        all.put("owner", said(statement.owner()));
        all.put("feeds", said(feeds(statement)));
        all.put("gate", said(statement.gate().label()));
        all.put("adopt", said(statement.adopt()));
        all.put("writeBack", said(statement.writeBack()));
        all.put("status", said(statement.status()));
        return all;
    }

    private static Explained said(@Nullable Object value) {
        return new Explained(value, "definition");
    }

    /** A value and who said it. */
    public record Explained(@Nullable Object value, String origin) {}
}
