package org.commitcast.contentreading.generator;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Address patterns with placeholders such as {@code :year} and {@code :sections[1:]}. */
public final class PlaceholderPattern {

    private static final Pattern NAME = Pattern.compile(":([A-Za-z0-9_]+(?:\\[[^\\]]*\\])?)");

    private PlaceholderPattern() {}

    /** The pattern with every placeholder replaced that has a value; all others stay as they are. */
    public static String fill(String pattern, Function<String, Optional<String>> values) {
        return NAME.matcher(pattern)
                .replaceAll(match ->
                        Matcher.quoteReplacement(values.apply(match.group(1)).orElse(match.group())));
    }
}
