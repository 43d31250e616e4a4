package org.commitcast.contentreading.zola;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How Zola spells names in addresses.
 *
 * @see <a href="https://www.getzola.org/documentation/getting-started/configuration/#slugification-strategies">the
 *     strategies</a>
 */
enum SlugStyle {
    /** Lower-case letters and digits of ASCII, hyphens for all else. */
    ON {
        @Override
        String of(String name) {
            var ascii = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT);
            for (var letter : LETTERS.entrySet()) {
                ascii = ascii.replace(letter.getKey(), letter.getValue());
            }
            return ascii.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        }
    },
    /** What file systems and addresses do not bear goes; white space becomes underscores. */
    SAFE {
        @Override
        String of(String name) {
            return name.strip()
                    .replaceAll("[<>:|?*#\\\\\"()\\[\\]\\n\\r]", "")
                    .strip()
                    .replaceAll("\\s+", "_");
        }
    },
    OFF {
        @Override
        String of(String name) {
            return name;
        }
    };

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "þ", "th", "ð", "d", "ı", "i");

    abstract String of(String name);
}
