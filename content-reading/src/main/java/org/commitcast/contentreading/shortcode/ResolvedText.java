package org.commitcast.contentreading.shortcode;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text without shortcodes. The HTML that they stand for is kept apart until the text is rendered: it must be neither
 * read as Markdown nor left out with the HTML that authors wrote themselves.
 *
 * @param text with a mark for each piece of HTML
 */
public record ResolvedText(String text, List<String> pieces) {

    private static final Pattern MARKED =
            Pattern.compile("<p>\\s*\\uE000(\\d{1,6})\\uE001\\s*</p>|\\uE000(\\d{1,6})\\uE001");

    public ResolvedText {
        pieces = List.copyOf(pieces);
    }

    static String mark(int number) {
        return "\uE000" + number + "\uE001";
    }

    /** A text that has none. */
    public static ResolvedText plain(String text) {
        return new ResolvedText(text, List.of());
    }

    /** Puts the HTML where its marks are in the rendered text. */
    public String placedIn(String html) {
        return pieces.isEmpty()
                ? html
                : MARKED.matcher(html)
                        .replaceAll(match -> Matcher.quoteReplacement(
                                piece(match.group(1) == null ? match.group(2) : match.group(1))));
    }

    private String piece(String number) {
        var index = Integer.parseInt(number);
        return index < pieces.size() ? pieces.get(index) : "";
    }
}
