package org.commitcast.feedrendering.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.commitcast.contentevents.Cue;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.feedrendering.xml.XmlCharacters;
import org.jspecify.annotations.Nullable;

/**
 * A cue whose end is known and whose text has no empty lines, which would end a cue.
 *
 * @param speaker absent where nobody is named
 */
record Passage(long startMillis, long endMillis, @Nullable String speaker, String text) {
    /** For how long the last words stand where nothing says it. */
    private static final long LAST_MILLIS = 5_000;

    /** In the order of their beginnings; those without words are left out. */
    static List<Passage> of(TranscriptState transcript) {
        List<Cue> cues = transcript.cues().stream()
                .filter(cue -> cue.text() != null && !lines(cue.text()).isEmpty())
                .sorted(Comparator.comparingLong(Cue::startMillis))
                .toList();
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < cues.size(); i++) {
            passages.add(passage(cues.get(i), i + 1 < cues.size() ? cues.get(i + 1) : null));
        }
        return passages;
    }

    private static Passage passage(Cue cue, @Nullable Cue next) {
        long start = Math.max(0, cue.startMillis());
        Long said = cue.endMillis();
        long usual = next != null && next.startMillis() > start ? next.startMillis() : start + LAST_MILLIS;
        String speaker = cue.speaker() == null ? "" : lines(cue.speaker()).replace('\n', ' ');
        return new Passage(
                start,
                said != null && said > start ? said : usual,
                speaker.isEmpty() ? null : speaker,
                lines(cue.text()));
    }

    private static String lines(String text) {
        return XmlCharacters.of(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** {@code HH:MM:SS} with milliseconds behind the separator. */
    static String clock(long millis, char separator) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                separator,
                millis % 1000);
    }
}
