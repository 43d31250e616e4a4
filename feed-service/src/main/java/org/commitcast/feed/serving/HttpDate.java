package org.commitcast.feed.serving;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates in headers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7">RFC 9110, 5.6.7</a>
 */
final class HttpDate {
    /** Of years of two digits: there are no older documents. */
    private static final int FIRST_YEAR = 1980;

    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int FORM_LENGTH = 29;

    private static final DateTimeFormatter FORM = form("EEE, dd MMM yyyy HH:mm:ss 'GMT'");

    /** What nobody may write any more, and everybody must read. */
    private static final List<DateTimeFormatter> FORMER = List.of(
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_YEAR)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            form("EEE MMM ppd HH:mm:ss yyyy"));

    private HttpDate() {}

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /** In the form that HTTP has prescribed since 1999. */
    static String of(Instant time) {
        // Once for each answer, and a general formatter takes as long as all the rest of it.
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(FORM_LENGTH);
        text.append(
                        DAYS,
                        3 * (utc.getDayOfWeek().getValue() - 1),
                        3 * utc.getDayOfWeek().getValue())
                .append(", ");
        twoDigits(text, utc.getDayOfMonth())
                .append(' ')
                .append(MONTHS, 3 * (utc.getMonthValue() - 1), 3 * utc.getMonthValue())
                .append(' ');
        twoDigits(text, utc.getYear() / 100);
        twoDigits(text, utc.getYear() % 100).append(' ');
        twoDigits(text, utc.getHour()).append(':');
        twoDigits(text, utc.getMinute()).append(':');
        return twoDigits(text, utc.getSecond()).append(" GMT").toString();
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Nothing where the field is absent or says no date, which is as good as absent. */
    static @Nullable Instant read(@Nullable String field) {
        if (field == null) {
            return null;
        }
        Instant time = read(FORM, field);
        if (time != null) {
            return time;
        }
        return FORMER.stream()
                .flatMap(form -> Stream.ofNullable(read(form, field)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant read(DateTimeFormatter form, String field) {
        try {
            return LocalDateTime.parse(field, form).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
