package org.commitcast.contentreading.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.commitcast.contentevents.Cue;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.html.XmlText;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * WebVTT and SubRip. Cues that end before they begin and cues out of order are common in files that machines made:
 * they are repaired, with one finding.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/">WebVTT</a>
 */
final class SubtitleCues {

    private static final Pattern TIMING =
            Pattern.compile("^\\s*" + CueTimes.FORM + "\\s*-->\\s*" + CueTimes.FORM + "(?:\\s.*)?$");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^ >]*)?\\s+([^>]*+)>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*+>");

    private final Findings findings;
    private final List<Cue> cues = new ArrayList<>();
    private boolean repaired;

    private SubtitleCues(Findings findings) {
        this.findings = findings;
    }

    static List<Cue> webVtt(String body, int firstLine, Findings findings) {
        if (!body.startsWith("WEBVTT")) {
            findings.warning(
                    "transcript.header", Position.START, "A WebVTT file begins with the line 'WEBVTT'; add it.");
        }
        return new SubtitleCues(findings).read(body, firstLine);
    }

    static List<Cue> subRip(String body, int firstLine, Findings findings) {
        return new SubtitleCues(findings).read(body, firstLine);
    }

    private List<Cue> read(String body, int firstLine) {
        var lines = XmlText.strip(body).split("\n", -1);
        for (var i = 0; i < lines.length; i++) {
            var timing = TIMING.matcher(lines[i]);
            if (timing.matches()) {
                var text = new ArrayList<String>();
                var place = new Position(firstLine + i, 1);
                while (i + 1 < lines.length && !lines[i + 1].isBlank()) {
                    text.add(lines[++i].strip());
                }
                add(CueTimes.millis(timing, 1), CueTimes.millis(timing, 5), String.join(" ", text), place);
            }
        }
        var sorted =
                cues.stream().sorted(Comparator.comparingLong(Cue::startMillis)).toList();
        if (!sorted.equals(cues)) {
            repair(Position.START);
        }
        return CueTimes.closed(sorted);
    }

    private void add(long start, long end, String source, Position place) {
        if (end <= start) {
            repair(place);
        }
        var voice = VOICE.matcher(source);
        var speaker = voice.find() ? voice.group(1).strip() : null;
        var plain = Parser.unescapeEntities(TAG.matcher(source).replaceAll(""), false)
                .strip();
        if (!plain.isEmpty()) {
            cues.add(new Cue(start, end <= start ? null : end, orNull(speaker), plain));
        }
    }

    private static @Nullable String orNull(@Nullable String speaker) {
        return speaker == null || speaker.isEmpty() ? null : speaker;
    }

    private void repair(Position place) {
        if (!repaired) {
            findings.warning(
                    "transcript.times",
                    place,
                    "A cue ends before it begins, or begins before the one above; the times are repaired here. Fix them.");
        }
        repaired = true;
    }
}
