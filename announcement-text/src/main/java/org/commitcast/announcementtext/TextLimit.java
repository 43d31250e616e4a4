package org.commitcast.announcementtext;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a text may be and how it is counted: in characters as people see them (grapheme clusters), every link as
 * much as the platform says.
 *
 * @param perUrl what a link counts, however long it is; 0 where it counts like other text
 */
public record TextLimit(int max, int perUrl) {
    /** For channels that take any length. */
    public static final TextLimit NONE = new TextLimit(Integer.MAX_VALUE, 0);

    /** What a server of Mastodon's kind takes that does not say otherwise. */
    public static final TextLimit MASTODON = new TextLimit(500, 23);

    /**
     * What a platform surely takes for a link, and no more of it: a link too few counted makes a text too short by a
     * little, one too many makes it too long to be taken. Without a dot in the host, right behind a letter, or with
     * punctuation at its end it is none, or ends before that.
     */
    private static final Pattern URL = Pattern.compile(
            "(?<![\\p{L}\\p{N}@\\uff20$#\\uff03_])https?://(?=[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}]\\.[\\p{L}\\p{N}])"
                    + "[^\\s()<>\"]*[\\p{L}\\p{N}_/#-]");

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /** The text's length as the platform counts it. */
    public int lengthOf(String text) {
        if (perUrl == 0) {
            return characters(text);
        }
        Matcher url = URL.matcher(text);
        int urls = 0;
        while (url.find()) {
            urls++;
        }
        return characters(url.replaceAll("")) + urls * perUrl;
    }

    boolean fits(String text) {
        return lengthOf(text) <= max;
    }

    private static int characters(String text) {
        Matcher character = CHARACTER.matcher(text);
        int count = 0;
        while (character.find()) {
            count++;
        }
        return count;
    }
}
