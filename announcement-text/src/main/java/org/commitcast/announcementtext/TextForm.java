package org.commitcast.announcementtext;

/** What a platform takes as a text: how long it may be, and how plain text is written there. */
public record TextForm(TextLimit limit, Markup markup) {
    /** Plain text of any length. */
    public static final TextForm ANY = new TextForm(TextLimit.NONE, Markup.PLAIN);

    /** Plain text within a limit. */
    public static TextForm plain(TextLimit limit) {
        return new TextForm(limit, Markup.PLAIN);
    }
}
