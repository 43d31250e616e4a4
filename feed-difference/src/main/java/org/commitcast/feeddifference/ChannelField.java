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
    CATEGORY(Way.WORDS),
    /** By which directories and apps know the show, wherever it is. */
    GUID(Way.AS_WRITTEN),
    /** In which order apps play it. */
    TYPE(Way.CODE),
    /** Which subscribers hear by that something is new. */
    HUB(Way.AS_WRITTEN);

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

    /** What readers take it for where nothing is said; empty where that is nothing to them. */
    String unsaid() {
        return this == EXPLICIT ? "false" : "";
    }

    /** Whether readers miss something, too, where ours alone says it: it changes what they do. */
    boolean bothWays() {
        return this == EXPLICIT || this == TYPE;
    }

    /** Of what is said twice readers take the first; but a show may have several categories. */
    String joined(String before, String next) {
        return this == CATEGORY ? before + ", " + next : before;
    }
}
