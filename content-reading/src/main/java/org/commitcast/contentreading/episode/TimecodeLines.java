package org.commitcast.contentreading.episode;

import java.util.regex.Pattern;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.jspecify.annotations.Nullable;

/**
 * Looks over the lines of show notes that begin with {@code [@MM:SS]} or {@code [@HH:MM:SS]}: what is mistyped never
 * becomes a chapter, and nobody would notice.
 */
public final class TimecodeLines {

    private static final Pattern LINE =
            Pattern.compile("^\\s*+(?:(?:[-*+]|\\d{1,3}[.)])\\s++|#{1,6}\\s++)?(\\[@([^\\]\\n\\[(]{0,30})(\\]?))");
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:```|~~~)");
    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,3}):(\\d{2})");
    private static final Pattern PLACEHOLDER = Pattern.compile("(?i)(?:(?:HH?|XX):)?(?:MM?|XX):(?:SS?|XX)");
    private static final Pattern ALMOST_TIME = Pattern.compile("\\s*\\d{1,3}\\s*[:.;,].*");

    private final Findings findings;
    private long last = -1;
    private boolean hours;
    private boolean minutes;
    private boolean mixed;

    private TimecodeLines(Findings findings) {
        this.findings = findings;
    }

    /**
     * Says what is mistyped in a text.
     *
     * @param firstLine the number of the text's first line in the file
     */
    public static void check(String body, int firstLine, Findings findings) {
        if (!body.contains("[@")) {
            return;
        }
        var lines = new TimecodeLines(findings);
        var fenced = false;
        var number = firstLine;
        for (var line : body.split("\n", -1)) {
            fenced ^= FENCE.matcher(line).find();
            if (!fenced) {
                lines.line(line, number);
            }
            number++;
        }
    }

    private void line(String line, int number) {
        var code = LINE.matcher(line);
        if (!code.find()) {
            return;
        }
        var place = new Position(number, code.start(1) + 1);
        var time = TIME.matcher(code.group(2));
        if (time.matches() && !code.group(3).isEmpty()) {
            time(time.group(1), time.group(2), time.group(3), place);
        } else if (PLACEHOLDER.matcher(code.group(2).strip()).matches()) {
            findings.warning(
                    "chapters.placeholder",
                    place,
                    "This time was never filled in; write the chapter's time, or delete the line.");
        } else if (ALMOST_TIME.matcher(code.group(2)).matches()) {
            malformed(place);
        }
    }

    private void time(@Nullable String hour, String minute, String second, Position place) {
        var wholeMinutes = Long.parseLong(minute);
        if (Long.parseLong(second) > 59 || (hour != null && wholeMinutes > 59)) {
            malformed(place);
            return;
        }
        if (wholeMinutes > 59) {
            findings.warning("chapters.minutes", place, "More than 59 minutes; write the hour as well, as [@1:02:03].");
        }
        var start = (hour == null ? 0 : Long.parseLong(hour)) * 3600 + wholeMinutes * 60 + Long.parseLong(second);
        if (start < last) {
            findings.warning(
                    "chapters.order", place, "This chapter begins before the one above; correct one of the times.");
        }
        last = start;
        // Beyond the first hour everybody writes hours; "00:" in some lines and not in others is a slip.
        hours |= hour != null && Long.parseLong(hour) == 0;
        minutes |= hour == null;
        if (hours && minutes && !mixed) {
            mixed = true;
            findings.warning(
                    "chapters.mixed",
                    place,
                    "Times with and without hours are mixed here; write all of them in the same form.");
        }
    }

    private void malformed(Position place) {
        findings.warning(
                "chapters.malformed",
                place,
                "This is no time, so the line is no chapter; write [@MM:SS] or [@HH:MM:SS].");
    }
}
