package org.commitcast.feeddifference;

import java.util.Locale;

/** What is compared of feeds themselves. */
public enum ChannelField {
    TITLE(Way.WORDS),
    LINK(Way.PAGE),
    DESCRIPTION(Way.TEXT),
    LANGUAGE(Way.CODE),
    IMAGE(Way.AS_WRITTEN),
    AUTHOR(Way.WORDS),
    OWNER(Way.WORDS),
    EXPLICIT(Way.TRUTH),
    CATEGORY(Way.WORDS);

    private final Way way;

    ChannelField(Way way) {
        this.way = way;
    }

    /** For people. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String asRead(String text) {
        return way.read(text, "");
    }
}
