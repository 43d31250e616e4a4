package org.commitcast.announcementtext;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a text may be and how it is counted.
 *
 * @param max in units
 * @param perUrl what a link counts, however long it is; 0 where it counts like other text
 * @param maxBytes what it may take besides, in UTF-8
 */
public record TextLimit(int max, Unit unit, int perUrl, int maxBytes) {
    /** For channels that take any length. */
    public static final TextLimit NONE = characters(Integer.MAX_VALUE);

    /** What a server of Mastodon's kind takes that does not say otherwise. */
    public static final TextLimit MASTODON = characters(500).withUrlsOf(23);

    /** What is counted. */
    public enum Unit {
        /** Characters as people see them: grapheme clusters. */
        CHARACTER {
            @Override
            int count(String text) {
                Matcher character = CHARACTERS.matcher(text);
                int count = 0;
                while (character.find()) {
                    count++;
                }
                return count;
            }
        },
        /** Code units of UTF-16, of which most emoji take two or more. */
        UTF_16 {
            @Override
            int count(String text) {
                return text.length();
            }
        },
        /** The same of what is shown of HTML: a tag counts nothing, and an entity is the character that it stands for. */
        UTF_16_SHOWN {
            @Override
            int count(String text) {
                String shown = TAG.matcher(text).replaceAll("");
                return ENTITY.matcher(shown).replaceAll("x").length();
            }
        };

        abstract int count(String text);
    }

    private static final Pattern CHARACTERS = Pattern.compile("\\X");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(?:lt|gt|amp|quot);");

    /** A limit in characters as people see them. */
    public static TextLimit characters(int max) {
        return new TextLimit(max, Unit.CHARACTER, 0, Integer.MAX_VALUE);
    }

    /** A limit in code units of UTF-16. */
    public static TextLimit utf16(int max) {
        return new TextLimit(max, Unit.UTF_16, 0, Integer.MAX_VALUE);
    }

    /** A limit in code units of UTF-16 of what is shown of a text in HTML. */
    public static TextLimit utf16Shown(int max) {
        return new TextLimit(max, Unit.UTF_16_SHOWN, 0, Integer.MAX_VALUE);
    }

    /** The same where every link counts alike, however long it is. */
    public TextLimit withUrlsOf(int count) {
        return new TextLimit(max, unit, count, maxBytes);
    }

    /** The same with a limit of bytes in UTF-8 besides. */
    public TextLimit withinBytes(int most) {
        return new TextLimit(max, unit, perUrl, most);
    }

    /**
     * What a platform surely takes for a link, and no more of it: a link too few counted makes a text too short by a
     * little, one too many makes it too long to be taken. Without a dot in the host, right behind a letter, or with
     * punctuation at its end it is none, or ends before that.
     */
    private static final Pattern URL = Pattern.compile(
            "(?<![\\p{L}\\p{N}@\\uff20$#\\uff03_])https?://(?=[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}]\\.[\\p{L}\\p{N}])"
                    + "[^\\s()<>\"]*[\\p{L}\\p{N}_/#-]");

    /** The text's length as the platform counts it. */
    public int lengthOf(String text) {
        if (perUrl == 0) {
            return unit.count(text);
        }
        Matcher url = URL.matcher(text);
        int urls = 0;
        while (url.find()) {
            urls++;
        }
        return unit.count(url.replaceAll("")) + urls * perUrl;
    }

    boolean fits(String text) {
        return lengthOf(text) <= max
                && (maxBytes == Integer.MAX_VALUE || text.getBytes(StandardCharsets.UTF_8).length <= maxBytes);
    }
}
