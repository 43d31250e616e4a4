package org.commitcast.feedrendering.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands for characters of ASCII that may not stand for themselves.
 *
 * @see <a href="https://www.w3.org/TR/xml/#syntax">XML 1.0, 2.4 Character Data and Markup</a>
 */
final class Escapes {
    private static final byte[] ITSELF = {};
    private static final byte[] FORBIDDEN = {};

    /** Of text in elements. Only {@code ]} may stand for itself nearly everywhere. */
    static final Escapes TEXT = new Escapes(false);

    /** Of values in double quotes, in which a line break that is not escaped would become a space. */
    static final Escapes ATTRIBUTE = new Escapes(true);

    /** The longest of them, in bytes. */
    static final int LONGEST = 6;

    private final byte[][] escapes = new byte[0x80][];

    private Escapes(boolean attribute) {
        Arrays.fill(escapes, ITSELF);
        for (char control = 0; control < 0x20; control++) {
            escapes[control] = FORBIDDEN;
        }
        escapes['\t'] = attribute ? ascii("&#x9;") : ITSELF;
        escapes['\n'] = attribute ? ascii("&#xa;") : ITSELF;
        escapes['\r'] = ascii("&#xd;");
        escapes['<'] = ascii("&lt;");
        escapes['&'] = ascii("&amp;");
        escapes['"'] = attribute ? ascii("&quot;") : ITSELF;
        escapes['\''] = attribute ? ascii("&apos;") : ITSELF;
        escapes[']'] = attribute ? ITSELF : ascii("&#x5d;");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether this character of ASCII stands for itself. */
    boolean leave(char character) {
        return escapes[character] == ITSELF;
    }

    /** What stands for one that does not; no bytes for one that must not be there at all. */
    byte[] of(char character) {
        return escapes[character];
    }
}
