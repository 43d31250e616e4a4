package org.commitcast.contentreading.generator;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parts of a date, as address patterns name them. */
public final class DatePlaceholders {

    private static final Map<String, DateTimeFormatter> FORMATS = Map.of(
            "year", format("yyyy"),
            "month", format("MM"),
            "monthname", format("MMMM"),
            "day", format("dd"),
            "weekdayname", format("EEEE"),
            "yearday", format("D"));

    private DatePlaceholders() {}

    /** The part of this name; empty if there is none. */
    public static Optional<String> of(String name, ZonedDateTime date) {
        if (name.equals("weekday")) {
            // Sunday is 0.
            return Optional.of(String.valueOf(date.getDayOfWeek().getValue() % 7));
        }
        return Optional.ofNullable(FORMATS.get(name)).map(date::format);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
