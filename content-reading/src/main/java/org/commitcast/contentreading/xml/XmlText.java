package org.commitcast.contentreading.xml;

/**
 * Text that XML 1.0 can carry.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">the characters</a>
 */
public final class XmlText {

    private XmlText() {}

    /** The offset of the first character that XML forbids; -1 if there is none. */
    public static int firstForbidden(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c >= Character.MIN_SURROGATE) {
                var point = text.codePointAt(i);
                if (isForbidden(point)) {
                    return i;
                }
                i += Character.charCount(point) - 1;
            }
        }
        return -1;
    }

    private static boolean isForbidden(int point) {
        return (point < ' ' && point != '\t' && point != '\n' && point != '\r')
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || point == 0xFFFE
                || point == 0xFFFF;
    }

    /** The text without what XML forbids: one such character makes readers drop a whole feed. */
    public static String strip(String text) {
        if (firstForbidden(text) < 0) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isForbidden(point)).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
