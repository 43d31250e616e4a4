package org.commitcast.feed.serving;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Dates in headers; only the form that HTTP has prescribed since 1999 is read, others are ignored as invalid. */
final class HttpDate {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    static String of(Instant time) {
        return FORM.format(time);
    }

    static Optional<Instant> parse(String header) {
        try {
            return Optional.of(Instant.from(FORM.parse(header.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
