package org.commitcast.feedrendering.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A document's bytes as they are written. By hand, because a feed is hardly anything else than text to be escaped. */
final class Utf8Text {
    /** Characters that are looked at together. It decides where a bracket is escaped, so bytes depend on it. */
    private static final int PIECE = 512;

    private byte[] bytes;
    private int length;

    Utf8Text(int expected) {
        bytes = new byte[expected];
    }

    /** Markup, which is ASCII. */
    void append(String markup) {
        int count = markup.length();
        reserve(count);
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) markup.charAt(i);
        }
    }

    /** Text, without what must not be in XML. */
    void append(String text, Escapes escapes) {
        int before = length;
        if (!takeAll(text, escapes)) {
            length = before;
            takeAll(XmlCharacters.of(text), escapes);
        }
    }

    /** Whether all of the text could be taken. */
    private boolean takeAll(String text, Escapes escapes) {
        int at = 0;
        for (int end = Math.min(PIECE, text.length()); at < text.length(); end = Math.min(end + PIECE, text.length())) {
            reserve((end - at + 1) * Escapes.LONGEST + Long.BYTES);
            if (escapes == Escapes.TEXT && takeAscii(text, at, end)) {
                at = end;
            }
            while (at < end) {
                int taken = take(text, at, end, escapes);
                if (taken == 0) {
                    return false;
                }
                at += taken;
            }
        }
        return true;
    }

    /** Whether the piece is ASCII, which nearly all are, and was taken at once. */
    private boolean takeAscii(String text, int begin, int end) {
        byte[] piece = text.substring(begin, end).getBytes(StandardCharsets.UTF_8);
        int before = length;
        int at = piece.length == end - begin ? begin : end + 1;
        while (at < end) {
            int copied = AsciiCopy.copy(piece, at - begin, bytes, length);
            length += copied;
            at += copied;
            if (at < end) {
                at = text.charAt(at) < 0x80 && takeAscii(text, at, end, Escapes.TEXT) ? at + 1 : end + 1;
            }
        }
        length = at > end ? before : length;
        return at == end;
    }

    /** Takes what stands at this place; how many characters it was, 0 for what must not be there. */
    private int take(String text, int at, int end, Escapes escapes) {
        char character = text.charAt(at);
        if (character < 0x80) {
            return takeAscii(text, at, end, escapes) ? 1 : 0;
        }
        if (character < 0x800) {
            put(0xC0 | (character >> 6));
        } else if (Character.isSurrogate(character)) {
            return takePair(text.codePointAt(at));
        } else if (character >= 0xFFFE) {
            return 0;
        } else {
            put(0xE0 | (character >> 12));
            put(0x80 | ((character >> 6) & 0x3F));
        }
        put(0x80 | (character & 0x3F));
        return 1;
    }

    private boolean takeAscii(String text, int at, int end, Escapes escapes) {
        char character = text.charAt(at);
        boolean harmless = character == ']' && at + 1 < end && text.charAt(at + 1) != '>';
        if (harmless || escapes.leave(character)) {
            put(character);
            return true;
        }
        byte[] escape = escapes.of(character);
        for (byte octet : escape) {
            put(octet);
        }
        return escape.length > 0;
    }

    private int takePair(int character) {
        if (!Character.isSupplementaryCodePoint(character)) {
            return 0;
        }
        put(0xF0 | (character >> 18));
        put(0x80 | ((character >> 12) & 0x3F));
        put(0x80 | ((character >> 6) & 0x3F));
        put(0x80 | (character & 0x3F));
        return 2;
    }

    private void put(int octet) {
        bytes[length++] = (byte) octet;
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
    }

    /** All that was written since this was last asked. */
    byte[] taken() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }
}
