package org.commitcast.feedrendering.xml;

/**
 * What may stand in an XML 1.0 document. One forbidden character makes readers drop a whole feed, so they are taken out
 * where a text enters.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, 2.2 Characters</a>
 */
public final class XmlCharacters {
    private XmlCharacters() {}

    /** The text without control characters, lone surrogates and non-characters; the same object where it has none. */
    public static String of(String text) {
        int position = firstForbidden(text);
        return position < 0 ? text : strip(text, position);
    }

    private static int firstForbidden(String text) {
        int position = 0;
        while (position < text.length()) {
            char plain = text.charAt(position);
            if (plain >= 0x20 && plain < Character.MIN_SURROGATE) {
                position++;
                continue;
            }
            int character = text.codePointAt(position);
            if (!allowed(character)) {
                return position;
            }
            position += Character.charCount(character);
        }
        return -1;
    }

    private static String strip(String text, int from) {
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, from);
        text.substring(from).codePoints().filter(XmlCharacters::allowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean allowed(int character) {
        if (character < 0x20) {
            return character == '\t' || character == '\n' || character == '\r';
        }
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !surrogate && character != 0xFFFE && character != 0xFFFF;
    }
}
