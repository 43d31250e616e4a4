package org.commitcast.feedrendering.document;

/**
 * How another document of the same feed stands to one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5005">RFC 5005, feed paging and archiving</a>
 */
public enum PageRelation {
    FIRST("first"),
    PREVIOUS("previous"),
    NEXT("next"),
    LAST("last"),
    CURRENT("current"),
    PREVIOUS_ARCHIVE("prev-archive"),
    NEXT_ARCHIVE("next-archive");

    private final String word;

    PageRelation(String word) {
        this.word = word;
    }

    /** The value of a link's {@code rel}. */
    public String word() {
        return word;
    }
}
