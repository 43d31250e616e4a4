package org.commitcast.contentreading.site;

/** What HTML may go out. */
public enum HtmlPolicy {
    /** Only what every reader may show: no scripts, styles, event attributes; an iframe leaves a link to its source. */
    SAFE,
    /** What the generator would make of it, for a site that trusts its own content. */
    AS_IS
}
