package org.commitcast.ingest.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;

/** What an owner says of feeds: of those that every site has, and of the site's own. */
final class FeedStatements {
    /** It becomes a file name in an address. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private static final int MOST = 100;

    private FeedStatements() {}

    static Map<String, FeedDefinition> read(Fields fields) {
        Map<String, FeedDefinition> feeds = new LinkedHashMap<>();
        for (String name : List.copyOf(fields.names())) {
            Fields feed = fields.object(name);
            if (NAME.matcher(name).matches()) {
                feeds.put(name, feed(name, feed));
            } else {
                fields.wrong(name, "does not serve as a feed's name: at most 63 small letters, digits and hyphens");
            }
        }
        if (feeds.size() > MOST) {
            fields.wrong("*", "are more than " + MOST);
        }
        fields.end();
        return feeds;
    }

    private static FeedDefinition feed(String name, Fields feed) {
        var definition = new FeedDefinition(
                name,
                kinds(name, feed),
                feed.address("publicUrl"),
                feed.text("title"),
                feed.positive("limit"),
                feed.texts("collections", List.of()),
                feed.texts("tags", List.of()),
                feed.text("description"),
                feed.address("image"),
                feed.flag("summaryOnly"),
                feed.positive("pageSize"),
                feed.address("newUrl"),
                feed.flag("closed"));
        feed.end();
        return definition;
    }

    private static List<Kind> kinds(String name, Fields feed) {
        Kind usual = Definitions.FEEDS.get(name);
        List<String> said = feed.texts("kinds", List.of());
        if (said.isEmpty()) {
            return usual == null ? List.of(Kind.values()) : List.of(usual);
        }
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (said.contains(kind.name().toLowerCase(Locale.ROOT))) {
                kinds.add(kind);
            }
        }
        if (kinds.size() != said.size()) {
            feed.wrong("kinds", "must be episode, post or both");
        }
        return kinds;
    }
}
