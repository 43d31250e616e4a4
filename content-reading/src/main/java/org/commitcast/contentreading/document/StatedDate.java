package org.commitcast.contentreading.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as people write them into front matter, read from their text: a YAML reader would guess by their spelling. */
final class StatedDate {

    private static final Pattern CALENDAR = Pattern.compile("(\\d{2,4})[-/](\\d{1,2})[-/](\\d{1,2})"
            + "(?:(?:[Tt]|\\s+)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*([AaPp][Mm])?"
            + "\\s*(Z|z|[A-Za-z]{2,4}|[+-]\\d{1,2}(?::?\\d{2})?)?)?");
    private static final Pattern NAMED_MONTH = Pattern.compile("(?:[A-Za-z]{3,9},?\\s+)?"
            + "(?:(?<day>\\d{1,2})\\s+(?<month>[A-Za-z]{3,9})\\.?,?|(?<first>[A-Za-z]{3,9})\\.?\\s+(?<second>\\d{1,2}),?)"
            + "\\s+(?<year>\\d{4})(?<time>\\s+\\d.*)?");
    private static final Pattern EPOCH_MILLIS = Pattern.compile("\\d{12,13}");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{10}");
    private static final Pattern YAML_TIME =
            Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}(?:[Tt]|\\s+)\\d{1,2}:\\d\\d:\\d\\d(?:\\.\\d*)?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> NAMED_ZONES = Map.ofEntries(
            Map.entry("Z", "Z"),
            Map.entry("UT", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"));

    private StatedDate() {}

    /** Whether a plain scalar of this text is a time to YAML, which then takes it for UTC where it names no zone. */
    static boolean isYamlTime(String text) {
        return YAML_TIME.matcher(text.strip()).matches();
    }

    /**
     * The time that a text names; empty if it names none.
     *
     * @param zone for a text that names no zone
     */
    static Optional<ZonedDateTime> parse(String text, ZoneId zone) {
        var stripped = text.strip();
        try {
            if (EPOCH_MILLIS.matcher(stripped).matches()) {
                return Optional.of(
                        Instant.ofEpochMilli(Long.parseLong(stripped)).atZone(ZoneOffset.UTC));
            }
            if (EPOCH_SECONDS.matcher(stripped).matches()) {
                return Optional.of(
                        Instant.ofEpochSecond(Long.parseLong(stripped)).atZone(ZoneOffset.UTC));
            }
            var calendar = CALENDAR.matcher(inDigits(stripped));
            return calendar.matches() ? Optional.of(calendarDate(calendar, zone)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** With the month as a number, if it was a word. */
    private static String inDigits(String text) {
        var named = NAMED_MONTH.matcher(text);
        if (!named.matches()) {
            return text;
        }
        var dayFirst = named.group("day") != null;
        var month = (dayFirst ? named.group("month") : named.group("first")).substring(0, 3);
        var number = MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) + 1;
        var day = dayFirst ? named.group("day") : named.group("second");
        var time = named.group("time");
        return named.group("year") + "-" + number + "-" + day + (time == null ? "" : time);
    }

    private static ZonedDateTime calendarDate(MatchResult match, ZoneId zone) {
        var year = Integer.parseInt(match.group(1));
        var date = LocalDate.of(
                match.group(1).length() == 2 ? 2000 + year : year,
                Integer.parseInt(match.group(2)),
                Integer.parseInt(match.group(3)));
        var time = match.group(4) == null
                ? LocalTime.MIDNIGHT
                : LocalTime.of(hour(match), Integer.parseInt(match.group(5)), orZero(match.group(6)));
        return LocalDateTime.of(date, time).atZone(zoneOf(match.group(8), zone));
    }

    private static int hour(MatchResult match) {
        var hour = Integer.parseInt(match.group(4));
        if (match.group(7) == null) {
            return hour;
        }
        return hour % 12 + (match.group(7).equalsIgnoreCase("pm") ? 12 : 0);
    }

    private static int orZero(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static ZoneId zoneOf(@Nullable String text, ZoneId zone) {
        if (text == null) {
            return zone;
        }
        if (Character.isLetter(text.charAt(0))) {
            var offset = NAMED_ZONES.get(text.toUpperCase(Locale.ROOT));
            if (offset == null) {
                throw new DateTimeException("unknown zone " + text);
            }
            return ZoneOffset.of(offset);
        }
        var digits = text.substring(1).replace(":", "");
        var hours = digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits;
        var minutes = digits.length() > 2 ? digits.substring(digits.length() - 2) : "0";
        var sign = text.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(hours), sign * Integer.parseInt(minutes));
    }
}
