package org.commitcast.contentreading.jekyll;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.yaml.YamlMap;

/**
 * What the placeholders of address patterns stand for in one document.
 *
 * @param collection the collection's name
 * @param below the path from the collection's folder on, without ending
 * @param slug the document's own, else that of its name
 * @param own the document's values: what is no placeholder of Jekyll's is looked up among them
 * @param date in the site's time zone
 * @see <a href="https://jekyllrb.com/docs/permalinks/#placeholders">the placeholders</a>
 */
record Placeholders(
        String collection,
        String below,
        FileName file,
        String slug,
        List<String> categories,
        YamlMap own,
        ZonedDateTime date) {

    private static final Pattern NAME = Pattern.compile(":([a-z_]+)");
    private static final Map<String, String> DATE_FORMATS = Map.ofEntries(
            Map.entry("year", "yyyy"),
            Map.entry("month", "MM"),
            Map.entry("day", "dd"),
            Map.entry("hour", "HH"),
            Map.entry("minute", "mm"),
            Map.entry("second", "ss"),
            Map.entry("i_day", "d"),
            Map.entry("i_month", "M"),
            Map.entry("short_month", "MMM"),
            Map.entry("long_month", "MMMM"),
            Map.entry("short_year", "yy"),
            Map.entry("y_day", "DDD"),
            Map.entry("w_year", "YYYY"),
            Map.entry("week", "ww"),
            Map.entry("w_day", "e"),
            Map.entry("short_day", "EEE"),
            Map.entry("long_day", "EEEE"));

    public Placeholders {
        categories = List.copyOf(categories);
    }

    /**
     * The pattern with every placeholder replaced; an unknown one stays as it is.
     *
     * @param more further placeholders by name
     */
    String fill(String pattern, Map<String, String> more) {
        return NAME.matcher(pattern).replaceAll(match -> Matcher.quoteReplacement(replacement(match.group(1), more)));
    }

    private String replacement(String name, Map<String, String> more) {
        // A closing underscore may belong to the text behind the placeholder: ":title_x" is looked up as both.
        return value(name, more)
                .or(() -> name.endsWith("_")
                        ? value(name.substring(0, name.length() - 1), more).map(value -> value + "_")
                        : Optional.empty())
                .orElse(":" + name);
    }

    private Optional<String> value(String name, Map<String, String> more) {
        if (more.containsKey(name)) {
            return Optional.of(more.getOrDefault(name, ""));
        }
        if (DATE_FORMATS.containsKey(name)) {
            // ISO weeks: the root locale would count from Sunday.
            return Optional.of(
                    date.format(DateTimeFormatter.ofPattern(DATE_FORMATS.getOrDefault(name, "yyyy"), Locale.UK)));
        }
        return switch (name) {
            case "title" -> Optional.of(Slugs.pretty(slug));
            case "slug" -> Optional.of(Slugs.plain(slug));
            case "name" -> Optional.of(Slugs.plain(file.base()));
            case "path" -> Optional.of(below);
            case "collection" -> Optional.of(collection);
            case "output_ext" -> Optional.of(".html");
            case "categories" -> Optional.of(joined(category -> category.toLowerCase(Locale.ROOT)));
            case "slugified_categories" -> Optional.of(joined(Slugs::plain));
            default -> own.text(name);
        };
    }

    private String joined(Function<String, String> spelling) {
        return String.join(
                "/", new LinkedHashSet<>(categories.stream().map(spelling).toList()));
    }
}
