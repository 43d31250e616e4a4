package org.commitcast.feedrendering.text;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as mail and RSS write them: RFC 822 with a year of four digits. */
public final class MailDate {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH);

    private MailDate() {}

    /** Whether the form can say this date at all. */
    public static boolean canSay(Instant date) {
        int year = date.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }

    public static String of(Instant date) {
        return FORM.format(OffsetDateTime.ofInstant(date, ZoneOffset.UTC));
    }
}
