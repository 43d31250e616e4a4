package org.commitcast.ingest.forge;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.commitcast.guardedhttp.Headers;

/** When a forge wants to be asked again. */
public final class RetryAfter {
    private static final Duration LONGEST = Duration.ofHours(6);

    private RetryAfter() {}

    /** How long the other side wants to be left alone, by {@code Retry-After} or GitHub's rate limit. */
    public static Optional<Duration> of(Headers headers, Instant now) {
        Optional<Duration> said = headers.first("Retry-After").flatMap(text -> read(text, now));
        boolean spent =
                headers.first("X-RateLimit-Remaining").filter("0"::equals).isPresent();
        return said.or(() -> headers.first("X-RateLimit-Reset")
                        .filter(text -> spent && text.matches("\\d{1,12}"))
                        .map(text -> Duration.between(now, Instant.ofEpochSecond(Long.parseLong(text)))))
                .map(duration -> duration.isNegative() ? Duration.ZERO : duration)
                .map(duration -> duration.compareTo(LONGEST) > 0 ? LONGEST : duration);
    }

    private static Optional<Duration> read(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, at.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
