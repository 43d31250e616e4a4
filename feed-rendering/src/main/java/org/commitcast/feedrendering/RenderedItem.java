package org.commitcast.feedrendering;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** An item as it stands in every feed of its format that carries it. Independent of the feed, so that it is rendered once for each format. */
public final class RenderedItem implements ItemOutcome {
    private final String contentId;
    private final Instant date;
    private final byte[] bytes;

    /** An item rendered before; {@code bytes} must come from {@link #bytes()} and is not copied. */
    public RenderedItem(String contentId, Instant date, byte[] bytes) {
        this.contentId = Objects.requireNonNull(contentId);
        // Stores keep milliseconds; the order must be the same with and without one.
        this.date = date.truncatedTo(ChronoUnit.MILLIS);
        this.bytes = bytes;
    }

    @Override
    public String contentId() {
        return contentId;
    }

    @Override
    public void sortInto(List<RenderedItem> rendered, List<FailedItem> failed) {
        rendered.add(this);
    }

    /** The publication date, which orders the feed. */
    public Instant date() {
        return date;
    }

    /** The element or object, UTF-8. Not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Sixteen hex digits that other bytes would have others of. */
    public String digest() {
        return Digest.of(bytes, 8);
    }
}
