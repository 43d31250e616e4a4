package org.commitcast.contentreading.markdown;

/**
 * Which way a straight quote turns, as goldmark decides it: by whether it may open or close something, and by words
 * that begin with an apostrophe. Sees the quotes of one block from left to right.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run">flanking</a>
 */
final class GoldmarkQuotes {

    private final CharSequence source;
    private int openSingle;
    private int openDouble;
    private int endOfSame;

    GoldmarkQuotes(CharSequence source) {
        this.source = source;
    }

    String turned(int at) {
        return source.charAt(at) == '"' ? turnedDouble(at) : turnedSingle(at);
    }

    private String turnedDouble(int at) {
        var opens = opens(at);
        var closes = closes(at);
        if (opens && !closes) {
            openDouble++;
            return "“";
        }
        var inches = charAt(at + 1) == '"' && Character.isDigit(charAt(at - 1));
        if (openDouble > 0 && closes && (!opens || endsWord(at)) && !inches) {
            openDouble--;
            return "”";
        }
        return "\"";
    }

    private String turnedSingle(int at) {
        var opens = opens(at);
        var closes = closes(at);
        if (isApostrophe(at, opens && !closes)) {
            return "’";
        }
        if (opens && !closes) {
            openSingle++;
            return "‘";
        }
        if (at + 2 < source.length() && !Character.isDigit(charAt(at + 1))) {
            return "’";
        }
        if (openSingle > 0 && closes && (!opens || endsWord(at))) {
            openSingle--;
            return "’";
        }
        return "'";
    }

    private boolean isApostrophe(int at, boolean opening) {
        var before = charAt(at - 1);
        var next = charAt(at + 1);
        var decade = opening
                && isDigit(next)
                && isDigit(charAt(at + 2))
                && charAt(at + 3) == 's'
                && (isSpace(charAt(at + 4)) || isPunctuation(charAt(at + 4)));
        var shortened = (isSpace(before) || isProperPunctuation(before)) && "tenl".indexOf(next) >= 0;
        var inside = Character.isLetterOrDigit(before) && Character.isLetter(next);
        return decade || shortened || inside || (opening && isEnding(at + 1));
    }

    /** Whether what follows is an ending such as {@code s} or {@code ll} and nothing more. */
    private boolean isEnding(int at) {
        var one = "smtd".indexOf(charAt(at)) >= 0 && isBoundary(at + 1);
        var two = at + 2 <= source.length() ? source.subSequence(at, at + 2).toString() : "";
        return one || ((two.equals("ve") || two.equals("ll") || two.equals("re")) && isBoundary(at + 2));
    }

    private boolean isBoundary(int at) {
        return isSpace(charAt(at)) || isPunctuation(charAt(at));
    }

    private boolean endsWord(int at) {
        return isProperPunctuation(charAt(at + 1)) && isBoundary(at + 2);
    }

    private boolean opens(int at) {
        var before = charAt(at - 1);
        var after = after(at);
        return !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
    }

    private boolean closes(int at) {
        var before = charAt(at - 1);
        var after = after(at);
        return !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
    }

    /** The character behind all quotes of the same kind that stand here. */
    private char after(int at) {
        // Counted once for all of them.
        if (at >= endOfSame) {
            endOfSame = at;
            while (endOfSame < source.length() && source.charAt(endOfSame) == source.charAt(at)) {
                endOfSame++;
            }
        }
        return charAt(endOfSame);
    }

    private char charAt(int at) {
        return at < 0 || at >= source.length() ? '\n' : source.charAt(at);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isPunctuation(char c) {
        return isProperPunctuation(c) || "$+<=>^`|~".indexOf(c) >= 0;
    }

    private static boolean isProperPunctuation(char c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
