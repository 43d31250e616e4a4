package org.commitcast.feedrendering.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Takes HTML's tags away. */
public final class PlainText {
    /** Elements that stand on lines of their own: without their tags the words around them must not run together. */
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "br",
            "dd",
            "div",
            "dl",
            "dt",
            "figure",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "td",
            "th",
            "tr",
            "ul");

    private static final Pattern EMPTY_LINES = Pattern.compile("\\n[ \\t\\n]*\\n");

    private final String html;
    private final StringBuilder text;
    private int position;

    private PlainText(String html) {
        this.html = html;
        this.text = new StringBuilder(html.length());
    }

    /** The text as HTML that has no tags: entities stay, so that a reader that expects HTML shows the same words. */
    public static String withoutTags(String html) {
        String bare = new PlainText(html).read();
        // Rarely is there more than one line, and then there is nothing to look for.
        boolean lines = bare.indexOf('\n') != bare.lastIndexOf('\n');
        return (lines ? EMPTY_LINES.matcher(bare).replaceAll("\n\n") : bare).strip();
    }

    /** The text as a reader that knows no HTML shows it. */
    public static String of(String html) {
        return Parser.unescapeEntities(withoutTags(html), false);
    }

    /** Plain text as HTML. */
    public static String asHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private String read() {
        while (position < html.length()) {
            int tag = html.indexOf('<', position);
            text.append(html, position, tag < 0 ? html.length() : tag);
            position = tag < 0 ? html.length() : tag;
            if (tag >= 0) {
                readMarkup();
            }
        }
        return text.toString();
    }

    private void readMarkup() {
        String name = name(html.startsWith("</", position) ? position + 2 : position + 1);
        if (html.startsWith("<!--", position)) {
            skipBehind("-->");
        } else if (name.equals("script") || name.equals("style")) {
            skipBehind("</" + name);
            skipTag();
        } else if (!name.isEmpty() || html.startsWith("<!", position)) {
            skipTag();
            separate(name);
        } else {
            text.append("&lt;");
            position++;
        }
    }

    private String name(int from) {
        int to = from;
        while (to < html.length() && isNameCharacter(html.charAt(to), to == from)) {
            to++;
        }
        return html.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private static boolean isNameCharacter(char character, boolean first) {
        return Ascii.isLetter(character) || (!first && (Ascii.isDigit(character) || character == '-'));
    }

    private void skipBehind(String end) {
        position++;
        while (position < html.length() && !html.regionMatches(true, position, end, 0, end.length())) {
            position++;
        }
        position = Math.min(html.length(), position + end.length());
    }

    private void skipTag() {
        char quote = 0;
        while (position < html.length()) {
            char character = html.charAt(position++);
            if (quote == 0 && character == '>') {
                return;
            }
            if (quote == 0 && (character == '"' || character == '\'')) {
                quote = character;
            } else if (character == quote) {
                quote = 0;
            }
        }
    }

    private void separate(String name) {
        boolean open = text.length() > 0 && !Character.isWhitespace(text.charAt(text.length() - 1));
        boolean wordFollows = position < html.length() && !Character.isWhitespace(html.charAt(position));
        if (open && wordFollows && BLOCKS.contains(name)) {
            text.append('\n');
        }
    }
}
