package org.commitcast.announcementtext;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
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
        List<Integer> ends =
                CHARACTER.matcher(text).results().map(MatchResult::start).toList();
        int fitting = 0;
        int tooLong = ends.size();
        // Each look at a text costs as much as it is long: at all beginnings of a long one they would take seconds.
        while (tooLong - fitting > 1) {
            int middle = (fitting + tooLong) >>> 1;
            if (fits.test(shortened(text, ends.get(middle)))) {
                fitting = middle;
            } else {
                tooLong = middle;
            }
        }
        for (int word = fitting; word > 0; word--) {
            int end = ends.get(word);
            if (Character.isWhitespace(text.codePointAt(end))) {
                String candidate = shortened(text, end);
                if (!candidate.equals(ELLIPSIS) && fits.test(candidate)) {
                    return candidate;
                }
            }
        }
        // A single word, or a language without spaces: better a part of it than nothing.
        String part = fitting == 0 ? ELLIPSIS : shortened(text, ends.get(fitting));
        return part.equals(ELLIPSIS) ? "" : part;
    }

    private static String shortened(String text, int end) {
        return LOOSE_END.matcher(text.substring(0, end)).replaceFirst("") + ELLIPSIS;
    }
}
