package org.commitcast.feedrendering.apple;

/** How many characters directories read. */
final class Limits {
    /** Of authors, names and subtitles. */
    static final int SHORT = 255;

    /** Of summaries. */
    static final int LONG = 4000;

    private Limits() {}
}
