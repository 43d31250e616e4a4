package org.commitcast.feedrendering.text;

/** Classes of characters as HTML's grammar means them: never those of other scripts. */
final class Ascii {
    private Ascii() {}

    static boolean isLetter(char character) {
        int lower = character | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
