package org.commitcast.contentreading.markdown;

/**
 * Estimates what rendering a text would cost. The parser goes through the rest of a paragraph again for every opening
 * angle bracket and run of backticks, and for every line; no text that people write comes near the limit, a crafted one
 * could keep a processor busy for hours, and one at the limit takes about a second. An estimate, unlike a clock, gives the same answer on every machine.
 */
final class RenderingCost {

    private static final long LIMIT = 150_000_000L;

    private long length;
    private long starts;
    private long lines;

    private RenderingCost() {}

    /** The line, from 0, of the paragraph that costs too much; -1 if there is none. */
    static int lineOverLimit(String markdown) {
        var cost = new RenderingCost();
        var number = 0;
        for (var line : markdown.split("\n", -1)) {
            cost.add(line);
            if (cost.length * cost.starts + 3 * cost.lines * cost.lines / 2 > LIMIT) {
                return number;
            }
            number++;
        }
        return -1;
    }

    private void add(String line) {
        if (line.isBlank()) {
            length = 0;
            starts = 0;
            lines = 0;
            return;
        }
        length += line.length();
        lines++;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            var opens = c == '<' || (c == '`' && (i == 0 || line.charAt(i - 1) != '`'));
            starts += opens ? 1 : 0;
        }
    }
}
