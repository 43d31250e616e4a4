package org.commitcast.contentreading.plain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The heading that a text begins with, which is its title where nothing else says one.
 *
 * @param text without markup
 * @param rest what follows
 */
record FirstHeading(String text, String rest) {

    // Nobody reads longer ones, and the patterns below are for lines.
    private static final int LONGEST = 500;

    private static final Pattern MARKED = Pattern.compile("#{1,6}[ \\t]+(.*?)[ \\t]*#*[ \\t]*");
    private static final Pattern UNDERLINE = Pattern.compile("=+[ \\t]*\\r?|-+[ \\t]*\\r?");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern MARKS = Pattern.compile("[*`]|\\B_|_\\B|\\{:?[^}]*\\}$");

    static Optional<FirstHeading> of(String body) {
        var text = body.stripLeading();
        var end = lineEnd(text, 0);
        var line = text.substring(0, Math.min(end, LONGEST)).strip();
        var marked = MARKED.matcher(line);
        if (marked.matches()) {
            return heading(marked.group(1), text.substring(end));
        }
        var next = Math.min(end + 1, text.length());
        var below = lineEnd(text, next);
        var underlined = below - next <= LONGEST
                && UNDERLINE.matcher(text.substring(next, below)).matches();
        return underlined ? heading(line, text.substring(below)) : Optional.empty();
    }

    private static int lineEnd(String text, int from) {
        var end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static Optional<FirstHeading> heading(String source, String rest) {
        var plain = MARKS.matcher(LINK.matcher(source).replaceAll("$1")).replaceAll("");
        return Optional.of(new FirstHeading(plain.strip(), rest))
                .filter(heading -> !heading.text().isEmpty());
    }
}
