package org.commitcast.contentevents;

/** Why a snapshot changed. Only {@link #CONTENT} can lead to announcements or edits. */
public enum Cause {
    /** A person changed the document. */
    CONTENT,
    /** The site's definition or a shared input such as {@code _config.yml} changed. */
    DEFINITION,
    /** A transcript came, changed or went. */
    TRANSCRIPT,
    /** Only discussion links in the front matter changed, for example by our own write-back. */
    DISCUSSION,
    /** A newer version of Commitcast reads the same bytes differently. */
    SOFTWARE
}
