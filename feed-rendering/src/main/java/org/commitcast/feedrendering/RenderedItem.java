package org.commitcast.feedrendering;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** An item as it stands in every feed that carries it. Independent of the feed, so that it is rendered once. */
public final class RenderedItem implements ItemOutcome {
    private final String contentId;
    private final Instant date;
    private final byte[] xml;

    /** An item rendered before; {@code xml} must come from {@link #xml()} and is not copied. */
    public RenderedItem(String contentId, Instant date, byte[] xml) {
        this.contentId = Objects.requireNonNull(contentId);
        // Stores keep milliseconds; the order must be the same with and without one.
        this.date = date.truncatedTo(ChronoUnit.MILLIS);
        this.xml = xml;
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

    /** The element, UTF-8. Not to be changed. */
    public byte[] xml() {
        return xml;
    }
}
