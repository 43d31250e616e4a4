package org.commitcast.feed.websub;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.commitcast.guardedhttp.Headers;

/**
 * How long a hub wants to be left alone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110, Retry-After</a>
 */
final class RetryAfter {
    /** Whoever says more may mean it, but is asked once a day. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** No time where nothing readable is said. */
    static Duration of(Headers headers, Instant now) {
        return headers.first("Retry-After")
                .map(value -> wait(value.strip(), now))
                .orElse(Duration.ZERO);
    }

    private static Duration wait(String value, Instant now) {
        if (value.matches("[0-9]{1,9}")) {
            return bounded(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return bounded(Duration.between(now, then));
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
