package org.commitcast.contentreading.hugo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How Hugo spells names in addresses: letters, digits and a few signs stay, spaces become hyphens, the rest goes.
 *
 * @param keepCase whether upper case stays
 * @param dropAccents whether letters lose their accents
 */
record PathSpelling(boolean keepCase, boolean dropAccents) {

    private static final String KEPT = "./\\_#+~-@";
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

    String of(String path) {
        var clean = sanitized(path);
        if (dropAccents) {
            clean = ACCENTS.matcher(Normalizer.normalize(clean, Normalizer.Form.NFD))
                    .replaceAll("");
        }
        return keepCase ? clean : clean.toLowerCase(Locale.ROOT);
    }

    private static String sanitized(String path) {
        var clean = new StringBuilder();
        var hyphenBefore = false;
        var afterHyphen = false;
        for (var i = 0; i < path.length(); i = path.offsetByCodePoints(i, 1)) {
            var c = path.codePointAt(i);
            if (isKept(path, i, c)) {
                afterHyphen = c == '-';
                if (hyphenBefore && !afterHyphen) {
                    clean.append('-');
                }
                hyphenBefore = false;
                clean.appendCodePoint(c);
            } else if (!clean.isEmpty() && !afterHyphen && (Character.isWhitespace(c) || c == 0xA0)) {
                hyphenBefore = true;
            }
        }
        return clean.toString();
    }

    private static boolean isKept(String path, int at, int c) {
        if (c == '%') {
            return at + 2 < path.length()
                    && Character.digit(path.charAt(at + 1), 16) >= 0
                    && Character.digit(path.charAt(at + 2), 16) >= 0;
        }
        var type = Character.getType(c);
        var mark = type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
        return KEPT.indexOf(c) >= 0 || Character.isLetter(c) || Character.isDigit(c) || mark;
    }
}
