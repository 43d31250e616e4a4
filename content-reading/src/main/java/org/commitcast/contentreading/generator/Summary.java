package org.commitcast.contentreading.generator;

import java.util.regex.Pattern;

/** The beginning of a text that stands for the whole: what its author marked off, else its first paragraphs. */
public final class Summary {

    private static final Pattern DIVIDER = Pattern.compile("<!--\\s*more\\s*-->");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*\\n");
    private static final Pattern WORD = Pattern.compile("\\S+");

    private Summary() {}

    /**
     * What stands before the divider, else whole paragraphs until there are enough words.
     *
     * @param words how many are enough; 0 means one paragraph
     */
    public static String of(String body, int words) {
        var divider = DIVIDER.matcher(body);
        if (divider.find()) {
            return LinkDefinitions.with(body.substring(0, divider.start()), body, divider.end());
        }
        var text = body.stripLeading();
        var ends = BLANK_LINE.matcher(text);
        var counted = 0;
        var from = 0;
        while (ends.find()) {
            counted += words(text.substring(from, ends.start()));
            from = ends.end();
            if (counted >= words && counted > 0) {
                return LinkDefinitions.with(text.substring(0, ends.start()), text, ends.end());
            }
        }
        return text;
    }

    private static int words(String text) {
        return (int) WORD.matcher(text).results().count();
    }
}
