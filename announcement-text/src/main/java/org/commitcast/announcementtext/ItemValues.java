package org.commitcast.announcementtext;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.SiteDefinition;
import org.jspecify.annotations.Nullable;

/** An item's values for templates. What an item does not have is empty. */
public final class ItemValues {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");
    private static final Pattern NUMBER = Pattern.compile("[\\p{N}_]*");

    private ItemValues() {}

    public static Map<Key, String> of(ContentSnapshot item, SiteDefinition site) {
        Map<Key, String> values = new EnumMap<>(Key.class);
        values.put(Key.TITLE, PlainText.of(item.title()));
        values.put(Key.URL, item.url());
        values.put(Key.SHOW, PlainText.of(site.title()));
        String description = PlainText.of(item.description());
        values.put(Key.SUMMARY, description.isEmpty() ? PlainText.ofHtml(item.summary()) : description);
        values.put(Key.TAGS, hashtags(item.tags()));
        values.put(Key.DURATION, duration(item.enclosure()));
        values.put(
                Key.AUTHORS, listed(item.authors().stream().map(PlainText::of).toList()));
        values.put(Key.DATE, date(item.date(), site.timezone()).toString());
        values.put(Key.SEASON, item.season() == null ? "" : item.season().toString());
        values.put(Key.EPISODE, item.episode() == null ? "" : item.episode().toString());
        return values;
    }

    /** A tag of several words is joined with capitals, so that screen readers say the words. */
    private static String hashtags(List<String> tags) {
        return tags.stream()
                .map(tag -> WORD.matcher(tag)
                        .results()
                        .map(MatchResult::group)
                        .map(ItemValues::capitalised)
                        .collect(Collectors.joining()))
                // Platforms take no hashtag that is only digits.
                .filter(tag -> !NUMBER.matcher(tag).matches())
                .distinct()
                .map(tag -> "#" + tag)
                .collect(Collectors.joining(" "));
    }

    private static String capitalised(String word) {
        int first = word.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + word.substring(Character.charCount(first));
    }

    private static String duration(@Nullable Enclosure enclosure) {
        if (enclosure == null || enclosure.durationSeconds() == null || enclosure.durationSeconds() <= 0) {
            return "";
        }
        long minutes = Math.max(1, Math.round(enclosure.durationSeconds() / 60.0));
        Duration rounded = Duration.ofMinutes(minutes);
        if (rounded.toHours() == 0) {
            return minutes + " min";
        }
        return rounded.toMinutesPart() == 0
                ? rounded.toHours() + " h"
                : rounded.toHours() + " h " + rounded.toMinutesPart() + " min";
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static LocalDate date(Instant date, String zone) {
        try {
            return LocalDate.ofInstant(date, ZoneId.of(zone));
        } catch (DateTimeException e) {
            // A definition from elsewhere may name a zone that this Java does not know.
            return LocalDate.ofInstant(date, ZoneOffset.UTC);
        }
    }
}
