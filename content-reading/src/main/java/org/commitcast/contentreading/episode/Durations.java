package org.commitcast.contentreading.episode;

import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as shows write them: {@code MM:SS}, {@code HH:MM:SS}, or seconds. */
public final class Durations {

    private static final Pattern FORM = Pattern.compile("(?:(?:(\\d{1,3}):)?(\\d{1,3}):)?(\\d{1,6})(?:\\.\\d+)?");

    private Durations() {}

    /** In seconds; parts of a second are dropped. */
    public static Optional<Long> seconds(String text) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var seconds = Long.parseLong(match.group(3));
        var clock = match.group(2) != null;
        if ((clock && seconds > 59) || (match.group(1) != null && Long.parseLong(match.group(2)) > 59)) {
            return Optional.empty();
        }
        var minutes = clock ? Long.parseLong(match.group(2)) : 0;
        var hours = match.group(1) != null ? Long.parseLong(match.group(1)) : 0;
        return Optional.of(hours * 3600 + minutes * 60 + seconds);
    }
}
