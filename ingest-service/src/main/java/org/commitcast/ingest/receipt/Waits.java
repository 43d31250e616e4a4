package org.commitcast.ingest.receipt;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.commitcast.adminapi.problem.Problem;

/** How long somebody wants to wait: {@code 10s}, {@code 500ms}, {@code 1m}, or a number of seconds. */
final class Waits {
    private Waits() {}

    static Duration parse(String text, Duration longest) {
        try {
            Duration wait = text.endsWith("ms")
                    ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                    : Duration.parse("PT" + (text.matches("\\d+") ? text + "s" : text).toUpperCase(Locale.ROOT));
            if (wait.isNegative()) {
                throw new NumberFormatException(text);
            }
            return wait.compareTo(longest) > 0 ? longest : wait;
        } catch (DateTimeParseException | NumberFormatException e) {
            throw Problem.badRequest("Invalid parameter", "'wait' must be a time such as 10s.");
        }
    }
}
