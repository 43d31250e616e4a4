package org.commitcast.contentreading.markdown;

import java.util.regex.Pattern;

/**
 * Indents what kramdown counts into a list item though it is not indented: a heading, quote or fenced code right below
 * the item's text, and the lines after it up to the next blank one; likewise all that follows a quote. CommonMark would
 * end them there. A numbered list may interrupt a paragraph with any number, which CommonMark allows for 1 only: it gets
 * a blank line before it. A rule of asterisks may not. Attributes right below a quote are the quote's.
 */
final class LazyListLines {

    private static final Pattern MARKER = Pattern.compile("^( *)([*+-]|\\d+\\.)([ \\t]+)(?=\\S)");
    private static final Pattern INTERRUPTING = Pattern.compile("^ {0,3}(?:#{1,6}[ \\t]|>).*");
    private static final Pattern BRACKETED = Pattern.compile("^(\\s*\\d{1,9})\\)(?=\\s)");
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:```|~~~).*");
    private static final Pattern ENDS_LIST = Pattern.compile("^ {0,3}(?:\\{:|</?[A-Za-z!]).*");
    private static final Pattern QUOTE = Pattern.compile("^ {0,3}>.*");
    private static final Pattern ATTRIBUTES = Pattern.compile("^ {0,3}\\{:[^:].*\\}\\s*$");
    private static final Pattern RULE = Pattern.compile("^ {0,3}(?:\\*{3,}|_{3,})\\s*$");
    private static final Pattern NUMBER = Pattern.compile("^ {0,3}\\d+\\.[ \\t].*");
    private static final Pattern NO_TEXT = Pattern.compile("^(?: {4,}| *#{1,6} | *>| *\\||\\t).*");

    private final StringBuilder out = new StringBuilder();
    private boolean fenced;
    private int indent = -1;
    private boolean lazy;
    private boolean inText;
    private boolean quoted;
    private int indentedFor;

    private LazyListLines() {}

    static String indented(String markdown) {
        var lines = new LazyListLines();
        var all = markdown.split("\n", -1);
        for (var i = 0; i < all.length; i++) {
            if (lines.isInItem() && FENCE.matcher(all[i]).matches()) {
                lines.indentedFor = code(all, i);
            }
            lines.add(all[i]);
        }
        return lines.out.substring(0, lines.out.length() - 1);
    }

    private boolean isInItem() {
        return indent > 0 && !fenced && indentedFor == 0;
    }

    /** How many lines a fenced block has, if it is not indented and no blank line is in it, at which the item would end. */
    private static int code(String[] lines, int from) {
        var fence = lines[from].strip().substring(0, 3);
        for (var i = from + 1; i < lines.length && indentOf(lines[from]) == 0 && !lines[i].isBlank(); i++) {
            if (lines[i].strip().equals(fence)) {
                return i - from + 1;
            }
        }
        return 0;
    }

    private void add(String written) {
        if (indentedFor > 0) {
            indentedFor--;
            out.append(" ".repeat(indent)).append(written).append('\n');
            return;
        }
        if (quoted && ATTRIBUTES.matcher(written).matches()) {
            // CommonMark would take the line into the paragraph above, and the one below into the quote.
            out.append(">\n").append(written).append("\n\n");
            quoted = false;
            return;
        }
        quoted = indent < 0
                && !fenced
                && (QUOTE.matcher(written).matches()
                        || (quoted
                                && !written.isBlank()
                                && !written.startsWith("^")
                                && !ENDS_LIST.matcher(written).matches()));
        if (quoted) {
            inText = false;
            out.append(QUOTE.matcher(written).matches() ? "" : "> ")
                    .append(written)
                    .append('\n');
            return;
        }
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
            if (inText && RULE.matcher(line).matches()) {
                out.append(line.strip().replaceAll("(?=[*_])", "\\\\")).append('\n');
                return;
            }
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
