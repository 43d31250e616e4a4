package org.commitcast.feedrendering.document;

/** What stands around a document's items, UTF-8. Its bytes are not copied and not to be changed. */
public final class FeedShell {
    private final byte[] head;
    private final byte[] separator;
    private final byte[] tail;

    /**
     * Of these parts.
     *
     * @param head up to the first item
     * @param separator between two items
     * @param tail after the last item
     */
    public FeedShell(byte[] head, byte[] separator, byte[] tail) {
        this.head = head;
        this.separator = separator;
        this.tail = tail;
    }

    /** Up to the first item. */
    public byte[] head() {
        return head;
    }

    /** Between two items. */
    public byte[] separator() {
        return separator;
    }

    /** After the last item. */
    public byte[] tail() {
        return tail;
    }
}
