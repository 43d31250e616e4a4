package org.commitcast.contentreading.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commitcast.contentevents.Cue;
import org.jspecify.annotations.Nullable;

/** Times in transcripts. */
final class CueTimes {

    /** {@code M:SS} or {@code H:MM:SS}, with milliseconds if wanted; four groups. */
    static final String FORM = "(?:(\\d{1,2}):)?(\\d{1,3}):([0-5]\\d)(?:[.,](\\d{1,3}))?";

    static final Pattern TIME = Pattern.compile(FORM);

    private CueTimes() {}

    /** Of a match whose groups from {@code first} on are those of {@link #FORM}. */
    static long millis(MatchResult match, int first) {
        var hours = number(match.group(first));
        var minutes = number(match.group(first + 1));
        var seconds = number(match.group(first + 2));
        var fraction = match.group(first + 3);
        var millis = fraction == null ? 0 : number((fraction + "00").substring(0, 3));
        return ((hours * 60 + minutes) * 60 + seconds) * 1000 + millis;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** Ends every cue that has no end where the next later one begins; the last one stays open. */
    static List<Cue> closed(List<Cue> cues) {
        var closed = new ArrayList<Cue>(cues);
        Long next = null;
        for (var i = closed.size() - 1; i >= 0; i--) {
            var cue = closed.get(i);
            if (cue.endMillis() == null) {
                closed.set(i, new Cue(cue.startMillis(), next, cue.speaker(), cue.text()));
            }
            if (i > 0 && closed.get(i - 1).startMillis() < cue.startMillis()) {
                next = cue.startMillis();
            }
        }
        return List.copyOf(closed);
    }
}
