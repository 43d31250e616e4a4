package org.commitcast.announcementtext;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a template may name in braces, for example {@code {title}}. A template has nothing else: no code, no nesting. */
public enum Key {
    /** The item's title. */
    TITLE,
    /** The item's page, absolute. Never cut. */
    URL,
    /** The site's title. */
    SHOW,
    /** The item's description, or else its excerpt, as plain text. */
    SUMMARY,
    /** The item's tags as hashtags: {@code #RustLang #Web}. */
    TAGS,
    /** How long an episode is: {@code 46 min}, {@code 1 h 12 min}. */
    DURATION,
    /** Who wrote or hosts it: {@code Ann, Ben and Cem}. */
    AUTHORS,
    /** The publication date in the site's time zone: {@code 2026-03-01}. */
    DATE,
    /** The season's number. */
    SEASON,
    /** The episode's number. */
    EPISODE;

    /** As it is written in templates, without braces. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Key> named(String key) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.key().equals(key))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(key -> "{" + key.key() + "}").collect(Collectors.joining(", "));
    }
}
