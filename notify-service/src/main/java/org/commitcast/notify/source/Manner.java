package org.commitcast.notify.source;

/** What is particular to a call. */
enum Manner {
    USUAL,
    /** It has a token that may have expired. */
    WITH_TOKEN,
    /** It may be answered with a page where there is nothing. */
    WITH_PAGES
}
