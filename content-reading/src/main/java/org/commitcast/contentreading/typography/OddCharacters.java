package org.commitcast.contentreading.typography;

import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;

/** Finds quotes and dashes that a word processor has put in, as {@code typography: plain} asks. */
public final class OddCharacters {

    private static final String QUOTES = "\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2032\u2033\u00B4";
    // Hyphens that look like one, dashes of all lengths, the minus sign, and the hyphen that nobody sees.
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00AD";

    private OddCharacters() {}

    /** One finding for each line and kind: whoever mends a line sees the rest of it. */
    public static void find(String text, Findings findings) {
        var line = 1;
        var lineStart = 0;
        var quote = false;
        var dash = false;
        for (var i = 0; i < text.length() && !findings.isFull(); i++) {
            var c = text.charAt(i);
            if (c == '\n') {
                line++;
                lineStart = i + 1;
                quote = false;
                dash = false;
            } else if (!quote && QUOTES.indexOf(c) >= 0) {
                quote = true;
                findings.warning(
                        "typography.quote",
                        new Position(line, i - lineStart + 1),
                        "The quote %s is not plain; write ' or \".".formatted(named(c)));
            } else if (!dash && DASHES.indexOf(c) >= 0) {
                dash = true;
                findings.warning(
                        "typography.dash",
                        new Position(line, i - lineStart + 1),
                        "The dash %s is not plain; write - or --.".formatted(named(c)));
            }
        }
    }

    private static String named(char c) {
        var code = "U+%04X".formatted((int) c);
        return c == '\u00AD' ? code : c + " (" + code + ")";
    }
}
