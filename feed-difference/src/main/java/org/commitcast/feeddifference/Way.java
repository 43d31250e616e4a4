package org.commitcast.feeddifference;

import java.util.Locale;

/** In which way readers take a field. */
enum Way {
    AS_WRITTEN,
    WORDS,
    CODE,
    PAGE,
    TEXT,
    HTML,
    INSTANT,
    SECONDS,
    TRUTH;

    /**
     * What they make of it.
     *
     * @param link the item's page, against which relative addresses are resolved
     */
    String read(String text, String link) {
        return switch (this) {
            case AS_WRITTEN -> text.strip();
            case WORDS -> Readings.words(text);
            case CODE -> Readings.words(text).toLowerCase(Locale.ROOT);
            case PAGE -> Readings.page(text);
            case TEXT -> Readings.text(text);
            case HTML -> ReadHtml.of(text, link);
            case INSTANT -> Readings.instant(text);
            case SECONDS -> Readings.seconds(text);
            case TRUTH -> Readings.truth(text);
        };
    }
}
