package org.commitcast.contentreading.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;

/** What an owner says of feeds: of those that every site has, and of the site's own. */
public final class FeedStatements {
    /** It becomes a file name in an address. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private static final int MOST = 100;
    private static final String EXTERNAL = "external";
    private static final String ACCEPT = "accept";

    private FeedStatements() {}

    /** Those that every site has, then the owner's own. */
    public static List<FeedDefinition> all(Map<String, FeedDefinition> said) {
        Map<String, FeedDefinition> feeds = new LinkedHashMap<>();
        FeedDefinition.USUAL.forEach(feed -> feeds.put(feed.name(), feed));
        feeds.putAll(said);
        return List.copyOf(feeds.values());
    }

    /**
     * Feeds by name, as an owner's {@code feeds} and {@code feed} say them.
     *
     * @param definition of which they are a part
     */
    public static Map<String, FeedDefinition> of(Fields definition) {
        String maker = definition.text("feed");
        if (maker != null && !maker.equals(EXTERNAL) && !maker.equals("served")) {
            definition.wrong("feed", "must be external or served");
        }
        boolean external = EXTERNAL.equals(maker);
        Map<String, FeedDefinition> feeds = read(definition.object("feeds"), external);
        if (external && feeds.values().stream().noneMatch(FeedDefinition::external)) {
            definition.wrong("feeds", "must say of a feed by publicUrl where it is, which feed: external is about");
        }
        return feeds;
    }

    /** Which differences from the feeds that readers have their owner takes, by the feeds' names. */
    public static Map<String, String> accepted(Map<String, FeedDefinition> feeds, Fields definition) {
        Map<String, String> accepted = new LinkedHashMap<>();
        Fields said = definition.object("feeds");
        for (String name : feeds.keySet()) {
            String difference = said.object(name).text(ACCEPT);
            if (difference != null) {
                accepted.put(name, difference);
            }
        }
        return accepted;
    }

    private static Map<String, FeedDefinition> read(Fields fields, boolean external) {
        Map<String, FeedDefinition> feeds = new LinkedHashMap<>();
        for (String name : List.copyOf(fields.names())) {
            Fields feed = fields.object(name);
            if (NAME.matcher(name).matches()) {
                feeds.put(name, feed(name, feed, external));
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

    private static FeedDefinition feed(String name, Fields feed, boolean external) {
        boolean own = feed.has(EXTERNAL);
        boolean elsewhere = own ? feed.flag(EXTERNAL) : external && feed.has("publicUrl");
        if (elsewhere && !feed.has("publicUrl")) {
            feed.wrong("publicUrl", "is missing: it is where the feed is");
        }
        // Said to those who decide on a change; of no meaning afterwards.
        feed.text(ACCEPT);
        var definition = new FeedDefinition(
                name,
                kinds(name, feed),
                feed.webAddress("publicUrl"),
                feed.text("title"),
                feed.positive("limit"),
                feed.texts("collections", List.of()),
                feed.texts("tags", List.of()),
                feed.text("description"),
                feed.address("image"),
                feed.flag("summaryOnly"),
                feed.positive("pageSize"),
                feed.webAddress("newUrl"),
                feed.flag("closed"));
        feed.end();
        return elsewhere ? definition.madeElsewhere() : definition;
    }

    private static List<Kind> kinds(String name, Fields feed) {
        List<String> said = feed.texts("kinds", List.of());
        if (said.isEmpty()) {
            return usualKinds(name);
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

    private static List<Kind> usualKinds(String name) {
        return FeedDefinition.USUAL.stream()
                .filter(feed -> feed.name().equals(name))
                .findFirst()
                .map(FeedDefinition::kinds)
                .orElseGet(() -> List.of(Kind.values()));
    }
}
