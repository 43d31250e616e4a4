package org.commitcast.feedrendering.text;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Dates as mail and RSS write them: RFC 822 with a year of four digits. */
public final class MailDate {
    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private MailDate() {}

    /** Whether the form can say this date at all. */
    public static boolean canSay(Instant date) {
        int year = date.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }

    /** The date, if it can be said. */
    public static String of(Instant date) {
        // By hand: a formatter takes longer than the rest of an item's numbers together.
        OffsetDateTime utc = date.atOffset(ZoneOffset.UTC);
        StringBuilder text = new StringBuilder("Mon, 01 Jan 2000 00:00:00 +0000".length());
        word(text, DAYS, utc.getDayOfWeek().getValue()).append(", ");
        twoDigits(text, utc.getDayOfMonth()).append(' ');
        word(text, MONTHS, utc.getMonthValue()).append(' ');
        twoDigits(text, utc.getYear() / 100);
        twoDigits(text, utc.getYear() % 100).append(' ');
        twoDigits(text, utc.getHour()).append(':');
        twoDigits(text, utc.getMinute()).append(':');
        return twoDigits(text, utc.getSecond()).append(" +0000").toString();
    }

    private static StringBuilder word(StringBuilder text, String words, int number) {
        return text.append(words, 3 * (number - 1), 3 * number);
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
