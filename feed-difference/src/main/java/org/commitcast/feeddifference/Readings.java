package org.commitcast.feeddifference;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** How readers take what feeds say. What cannot be read stays as it is. */
final class Readings {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern CLOCK = Pattern.compile("(?:(?:(\\d+):)?(\\d+):)?(\\d+)(?:\\.\\d+)?");
    private static final DateTimeFormatter MAIL =
            DateTimeFormatter.ofPattern("[EEE, ]d MMM yyyy H:mm[:ss] [XX][zzz][z]", Locale.ENGLISH);

    private Readings() {}

    /** White space says nothing. */
    static String words(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** HTML, marked up or escaped once too often, as the words that it says. */
    static String text(String html) {
        String once = Jsoup.parseBodyFragment(html).body().text();
        return words(Parser.unescapeEntities(once, false));
    }

    /** An address of a page: that of a site is the same with and without a slash at its end. */
    static String page(String address) {
        return address.strip().replaceFirst("/$", "");
    }

    /** A moment, however it is written. */
    static String instant(String date) {
        String said = words(date).replaceFirst("(?i) (UTC?|Z)$", " GMT");
        try {
            return OffsetDateTime.parse(said).toInstant().toString();
        } catch (DateTimeException e) {
            return mailDate(said);
        }
    }

    private static String mailDate(String said) {
        // The name of the day adds nothing, and who writes by hand writes the wrong one.
        String unnamed = said.replaceFirst("^[A-Za-z]+, *", "");
        try {
            return MAIL.parse(unnamed, Instant::from).toString();
        } catch (DateTimeException e) {
            return day(said);
        }
    }

    private static String day(String said) {
        try {
            return LocalDate.parse(said)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toString();
        } catch (DateTimeException e) {
            return said;
        }
    }

    /** A duration in seconds; fractions are not heard. */
    static String seconds(String clock) {
        Matcher parts = CLOCK.matcher(clock.strip());
        if (!parts.matches()) {
            return clock.strip();
        }
        return Long.toString(number(parts.group(1)) * 3600 + number(parts.group(2)) * 60 + number(parts.group(3)));
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.length() > 9 ? 0 : Long.parseLong(digits);
    }

    /** Yes or no in the words that directories have had for it. */
    static String truth(String word) {
        return switch (words(word).toLowerCase(Locale.ROOT)) {
            case "yes", "true", "explicit" -> "true";
            case "no", "false", "clean" -> "false";
            default -> words(word);
        };
    }
}
