package org.commitcast.feedrendering.podcast;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times within a recording: seconds, {@code M:SS} or {@code H:MM:SS}, with or without a fraction. */
final class PlayTime {
    private static final Pattern FORM = Pattern.compile("(?:(?:(\\d{1,4}):)?(\\d{1,4}):)?(\\d{1,6}(?:\\.\\d{1,9})?)");

    private PlayTime() {}

    /** In seconds; empty where it is no time. */
    static Optional<BigDecimal> read(JsonNode value) {
        Matcher time = FORM.matcher(value.asText().strip());
        return time.matches()
                ? Optional.of(
                        part(time.group(1), 3600).add(part(time.group(2), 60)).add(new BigDecimal(time.group(3))))
                : Optional.empty();
    }

    private static BigDecimal part(@Nullable String digits, int seconds) {
        return digits == null ? BigDecimal.ZERO : new BigDecimal(digits).multiply(BigDecimal.valueOf(seconds));
    }
}
