package org.commitcast.contentreading.jekyll;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they stand in addresses. */
final class Slugs {

    private static final Pattern NOT_IN_DEFAULT = Pattern.compile("[^\\p{M}\\p{L}\\p{Nd}]+");
    private static final Pattern NOT_IN_PRETTY = Pattern.compile("[^\\p{M}\\p{L}\\p{Nd}._~!$&'()+,;=@]+");

    private Slugs() {}

    /** Letters and digits, lower case. */
    static String plain(String text) {
        return trimmed(NOT_IN_DEFAULT.matcher(text).replaceAll("-")).toLowerCase(Locale.ROOT);
    }

    /** As {@code :title} has it: case and some punctuation stay. */
    static String pretty(String text) {
        return trimmed(NOT_IN_PRETTY.matcher(text).replaceAll("-"));
    }

    private static String trimmed(String slug) {
        return slug.replaceAll("^-|-$", "");
    }
}
