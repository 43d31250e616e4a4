package org.commitcast.contentreading.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.contentevents.Cue;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.xml.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * WebVTT and SubRip. Cues that end before they begin and cues out of order are common in files that machines made:
 * they are repaired, with one finding. A cue whose times cannot be read is left out, each with a finding.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/">WebVTT</a>
 */
final class SubtitleCues {

    private static final Pattern TIMING =
            Pattern.compile("^\\s*" + CueTimes.FORM + "\\s*-->\\s*" + CueTimes.FORM + "(?:\\s.*)?$");
    private static final Pattern NO_CUES = Pattern.compile("^(?:NOTE|STYLE|REGION)(?:\\s.*)?$");
    private static final Pattern LANGUAGE =
            Pattern.compile("(?i)^Language:\\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\\s*$");
    private static final Pattern INDEX = Pattern.compile("\\s*\\d+\\s*");

    private final Findings findings;
    private final String[] lines;
    private final int firstLine;
    private final List<Cue> cues = new ArrayList<>();
    private boolean repaired;

    private SubtitleCues(String body, int firstLine, Findings findings) {
        this.lines = XmlText.strip(body).split("\n", -1);
        this.firstLine = firstLine;
        this.findings = findings;
    }

    static List<Cue> webVtt(String body, int firstLine, Findings findings) {
        if (!body.startsWith("WEBVTT")) {
            findings.warning(
                    "transcript.header", Position.START, "A WebVTT file begins with the line 'WEBVTT'; add it.");
        }
        return new SubtitleCues(body, firstLine, findings).read(true);
    }

    static List<Cue> subRip(String body, int firstLine, Findings findings) {
        return new SubtitleCues(body, firstLine, findings).read(false);
    }

    /** The language that the head of a WebVTT file names. */
    static Optional<String> language(String body) {
        return body.lines()
                .takeWhile(line -> !line.isBlank())
                .map(LANGUAGE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private List<Cue> read(boolean webVtt) {
        for (var i = 0; i < lines.length; i++) {
            if (webVtt && NO_CUES.matcher(lines[i]).matches() && (i == 0 || lines[i - 1].isBlank())) {
                i = endOfBlock(i);
            } else if (lines[i].contains("-->")) {
                i = cue(i);
            }
        }
        var sorted =
                cues.stream().sorted(Comparator.comparingLong(Cue::startMillis)).toList();
        if (!sorted.equals(cues)) {
            repair(Position.START);
        }
        return CueTimes.closed(sorted);
    }

    private int endOfBlock(int from) {
        var end = from;
        while (end + 1 < lines.length && !lines[end + 1].isBlank()) {
            end++;
        }
        return end;
    }

    /** Reads the cue whose times stand on a line; its text ends at a blank line or where the next times stand. */
    private int cue(int at) {
        var end = at;
        while (end + 1 < lines.length && !lines[end + 1].isBlank() && !lines[end + 1].contains("-->")) {
            end++;
        }
        var nextFollows = end + 1 < lines.length && lines[end + 1].contains("-->");
        var last = nextFollows && end > at && INDEX.matcher(lines[end]).matches() ? end - 1 : end;
        var place = new Position(firstLine + at, 1);
        var timing = TIMING.matcher(lines[at]);
        if (!timing.matches()) {
            findings.warning(
                    "transcript.cue",
                    place,
                    "The times of this cue cannot be read and it is left out; write 00:01:02.000 --> 00:01:05.000.");
            return end;
        }
        var start = CueTimes.millis(timing, 1);
        var until = CueTimes.millis(timing, 5);
        if (until <= start) {
            repair(place);
        }
        add(start, until <= start ? null : until, Arrays.asList(lines).subList(at + 1, last + 1));
        return end;
    }

    private void add(long start, @Nullable Long until, List<String> text) {
        var source = String.join(" ", text.stream().map(String::strip).toList());
        for (var part : SpokenParts.of(source)) {
            cues.add(new Cue(start, until, part.speaker(), part.text()));
        }
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
