package org.commitcast.announcementtext;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text at a word. */
final class Shortening {
    private static final String ELLIPSIS = "…";
    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final Pattern LOOSE_END = Pattern.compile("[\\s\\p{Punct}–—]+$");

    private Shortening() {}

    /** The longest beginning of the text that fits with an ellipsis behind it; empty where not even a word does. */
    static String cut(String text, Predicate<String> fits) {
        if (fits.test(text)) {
            return text;
        }
        String best = "";
        String bestInWord = "";
        Matcher character = CHARACTER.matcher(text);
        while (character.find()) {
            String beginning = text.substring(0, character.start());
            String candidate = LOOSE_END.matcher(beginning).replaceFirst("") + ELLIPSIS;
            if (candidate.length() == 1) {
                continue;
            }
            if (!fits.test(candidate)) {
                break;
            }
            bestInWord = candidate;
            if (character.group().isBlank()) {
                best = candidate;
            }
        }
        // A single word, or a language without spaces: better a part of it than nothing.
        return best.isEmpty() ? bestInWord : best;
    }
}
