package org.commitcast.contentreading.transcript;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a paragraph taken apart.
 *
 * @param startMillis null where it names no time
 * @param speaker null where it names nobody
 */
record SpokenLine(@Nullable Long startMillis, @Nullable String speaker, String text) {

    private static final Pattern TIME =
            Pattern.compile("\\A\\s*(?:\\\\?\\[)?" + CueTimes.FORM + "(?:\\\\?\\])?(?=\\s|\\z)\\s*");
    private static final Pattern SPEAKER =
            Pattern.compile("\\A\\s*(\\*\\*|__)(?=\\S)([^*_\\n]{1,80}?)(?:\\1\\s*:|:\\s*\\1)\\s*");

    /** Reads time and speaker, whichever comes first. */
    static SpokenLine of(String line) {
        var timeFirst = timed(line);
        var spoken = spoken(timeFirst.text);
        if (timeFirst.startMillis != null || spoken.speaker == null) {
            return new SpokenLine(timeFirst.startMillis, spoken.speaker, spoken.text);
        }
        var timeSecond = timed(spoken.text);
        return new SpokenLine(timeSecond.startMillis, spoken.speaker, timeSecond.text);
    }

    private static SpokenLine timed(String line) {
        var time = TIME.matcher(line);
        return time.find()
                ? new SpokenLine(CueTimes.millis(time, 1), null, line.substring(time.end()))
                : new SpokenLine(null, null, line);
    }

    private static SpokenLine spoken(String line) {
        var speaker = SPEAKER.matcher(line);
        return speaker.find()
                ? new SpokenLine(null, speaker.group(2).strip(), line.substring(speaker.end()))
                : new SpokenLine(null, null, line);
    }

    boolean beginsCue() {
        return startMillis != null || speaker != null;
    }
}
