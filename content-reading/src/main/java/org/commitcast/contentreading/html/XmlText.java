package org.commitcast.contentreading.html;

import java.util.regex.Pattern;

/**
 * Text that XML 1.0 can carry.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">the characters</a>
 */
public final class XmlText {

    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private XmlText() {}

    /** The offset of the first character that XML forbids; -1 if there is none. */
    public static int firstForbidden(String text) {
        var matcher = FORBIDDEN.matcher(text);
        return matcher.find() ? matcher.start() : -1;
    }

    /** The text without what XML forbids: one such character makes readers drop a whole feed. */
    public static String strip(String text) {
        return firstForbidden(text) < 0 ? text : FORBIDDEN.matcher(text).replaceAll("");
    }
}
