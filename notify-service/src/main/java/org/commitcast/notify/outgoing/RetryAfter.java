package org.commitcast.notify.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commitcast.guardedhttp.Headers;

/** When a platform wants to be asked again, in all the ways that platforms say it. */
public final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int TOO_MANY = 429;
    private static final long EPOCH_FROM = 1_000_000_000L;
    private static final long EPOCH_MILLIS_FROM = 1_000_000_000_000L;

    private RetryAfter() {}

    /**
     * {@code Retry-After} in seconds, also fractional, or as a date; else the reset of a rate limit that is used up, in
     * seconds, as an epoch time (Rocket.Chat's in milliseconds), or as an ISO time as Mastodon says it. Platforms tell of their limits with every
     * answer: one that is not used up has nothing to do with an error.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110</a>
     */
    public static Optional<Duration> of(int status, Headers headers, Instant now) {
        Optional<Duration> asked = headers.first("Retry-After").flatMap(value -> wait(value, now));
        if (asked.isPresent()) {
            return asked;
        }
        return reset(limit -> status == TOO_MANY || isUsedUp(headers, limit), headers, now);
    }

    /** How long a limit is used up of which a success tells; empty where none is, or it is not said how long. */
    public static Optional<Duration> afterUsedUp(Headers headers, Instant now) {
        return reset(limit -> isUsedUp(headers, limit), headers, now);
    }

    private static Optional<Duration> reset(Predicate<String> counts, Headers headers, Instant now) {
        return Stream.of("RateLimit", "X-RateLimit")
                .filter(counts)
                .flatMap(limit -> headers.first(limit + "-Reset").stream())
                .flatMap(value -> wait(value, now).stream())
                .findFirst();
    }

    private static boolean isUsedUp(Headers headers, String limit) {
        return headers.first(limit + "-Remaining")
                .map(String::strip)
                .filter(remaining -> remaining.matches("0(\\.0*)?"))
                .isPresent();
    }

    private static Optional<Duration> wait(String value, Instant now) {
        String text = value.strip();
        if (text.matches("[0-9]{1,13}(\\.[0-9]{1,9})?")) {
            double number = Double.parseDouble(text);
            double seconds = number > EPOCH_MILLIS_FROM ? number / 1000 : number;
            double wait = seconds > EPOCH_FROM ? seconds - now.toEpochMilli() / 1000.0 : seconds;
            return Optional.of(bounded(Duration.ofMillis((long) Math.ceil(wait * 1000))));
        }
        return date(text).map(date -> bounded(Duration.between(now, date)));
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Optional<Instant> date(String text) {
        for (DateTimeFormatter form : List.of(
                DateTimeFormatter.RFC_1123_DATE_TIME,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME,
                DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.ENGLISH))) {
            try {
                return Optional.of(ZonedDateTime.parse(text, form).toInstant());
            } catch (DateTimeParseException e) {
                // Another form, perhaps.
            }
        }
        return Optional.empty();
    }
}
