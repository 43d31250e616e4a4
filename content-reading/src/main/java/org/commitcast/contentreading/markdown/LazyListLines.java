package org.commitcast.contentreading.markdown;

import java.util.regex.Pattern;

/**
 * Indents what kramdown counts into a list item though it is not indented: a heading or quote right below the item's
 * text, and the lines after it up to the next blank one. CommonMark would end the list there. A numbered list may
 * interrupt a paragraph with any number, which CommonMark allows for 1 only: it gets a blank line before it.
 */
final class LazyListLines {

    private static final Pattern MARKER = Pattern.compile("^( *)([*+-]|\\d+\\.)([ \\t]+)(?=\\S)");
    private static final Pattern INTERRUPTING = Pattern.compile("^ {0,3}(?:#{1,6}[ \\t]|>).*");
    private static final Pattern BRACKETED = Pattern.compile("^(\\s*\\d{1,9})\\)(?=\\s)");
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:```|~~~).*");
    private static final Pattern ENDS_LIST = Pattern.compile("^ {0,3}(?:\\{:|</?[A-Za-z!]).*");
    private static final Pattern NUMBER = Pattern.compile("^ {0,3}\\d+\\.[ \\t].*");
    private static final Pattern NO_TEXT = Pattern.compile("^(?: {4,}| *#{1,6} | *>| *\\||\\t).*");

    private final StringBuilder out = new StringBuilder();
    private boolean fenced;
    private int indent = -1;
    private boolean lazy;
    private boolean inText;

    private LazyListLines() {}

    static String indented(String markdown) {
        var lines = new LazyListLines();
        for (var line : markdown.split("\n", -1)) {
            lines.add(line);
        }
        return lines.out.substring(0, lines.out.length() - 1);
    }

    private void add(String written) {
        // Only a dot makes a number of a list.
        var line = fenced || indentOf(written) > Math.max(indent, 3)
                ? written
                : BRACKETED.matcher(written).replaceFirst("$1\\\\)");
        var marker = MARKER.matcher(line);
        if (FENCE.matcher(line).matches()) {
            fenced = !fenced;
            endItem();
        } else if (!fenced && marker.find()) {
            if (inText && indent < 0 && NUMBER.matcher(line).matches()) {
                out.append('\n');
            }
            indent = marker.end();
            lazy = false;
            inText = false;
        } else if (line.strip().equals("^") && line.startsWith("^")) {
            // The end of a block, said on a line of its own.
            endItem();
            out.append('\n');
            return;
        } else if (line.isBlank() || ENDS_LIST.matcher(line).matches()) {
            endItem();
        } else if (!fenced) {
            inText = indent < 0 && !NO_TEXT.matcher(line).matches();
            lazy = indent > 0 && (lazy || INTERRUPTING.matcher(line).matches());
            if (lazy && indentOf(line) < indent) {
                out.append(" ".repeat(indent)).append(line.stripLeading()).append('\n');
                return;
            }
        }
        out.append(line).append('\n');
    }

    private void endItem() {
        indent = -1;
        lazy = false;
        inText = false;
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }
}
