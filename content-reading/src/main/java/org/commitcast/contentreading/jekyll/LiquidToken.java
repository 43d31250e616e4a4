package org.commitcast.contentreading.jekyll;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text with Liquid in it.
 *
 * @param source as it stands in the text
 * @param inner what stands between the delimiters, without the signs that strip white space
 * @param offset where it begins
 */
record LiquidToken(Type type, String source, String inner, int offset) {

    enum Type {
        TEXT,
        TAG,
        OUTPUT
    }

    /** Splits a text; what is never closed is text. Linear in the text's length. */
    static List<LiquidToken> split(String text) {
        var tokens = new ArrayList<LiquidToken>();
        var from = 0;
        var tag = text.indexOf("{%");
        var output = text.indexOf("{{");
        while (tag >= 0 || output >= 0) {
            var isTag = output < 0 || (tag >= 0 && tag < output);
            var start = isTag ? tag : output;
            var end = text.indexOf(isTag ? "%}" : "}}", start + 2);
            if (end < 0) {
                tag = isTag ? -1 : tag;
                output = isTag ? output : -1;
                continue;
            }
            tokens.add(text(text, from, start));
            from = end + 2;
            tokens.add(new LiquidToken(
                    isTag ? Type.TAG : Type.OUTPUT,
                    text.substring(start, from),
                    text.substring(start + 2, end),
                    start));
            tag = tag < 0 ? -1 : text.indexOf("{%", from);
            output = output < 0 ? -1 : text.indexOf("{{", from);
        }
        tokens.add(text(text, from, text.length()));
        return tokens;
    }

    private static LiquidToken text(String text, int from, int to) {
        var piece = text.substring(from, to);
        return new LiquidToken(Type.TEXT, piece, piece, from);
    }

    /** Whether it takes away the white space before it. */
    boolean stripsBefore() {
        return type != Type.TEXT && inner.startsWith("-");
    }

    /** Whether it takes away the white space after it. */
    boolean stripsAfter() {
        return type != Type.TEXT && inner.endsWith("-");
    }

    /** The words between the delimiters. */
    String words() {
        var from = inner.startsWith("-") ? 1 : 0;
        var to = inner.length() > from && inner.endsWith("-") ? inner.length() - 1 : inner.length();
        return inner.substring(from, to).strip();
    }

    /** The tag's name; empty for text and output. */
    String name() {
        return type == Type.TAG ? words().split("\\s+", 2)[0] : "";
    }
}
