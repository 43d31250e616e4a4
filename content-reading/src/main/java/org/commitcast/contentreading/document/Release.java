package org.commitcast.contentreading.document;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a document is out.
 *
 * @param date as the document says, else as its file name says
 * @param published false for drafts and what says {@code published: false}
 * @param from when it comes out; null means that it waits for nothing, as in Jekyll's collections
 * @param until from when on it is out no more; null means never
 */
public record Release(Instant date, boolean published, @Nullable Instant from, @Nullable Instant until) {

    /** Whether it is out at that time. */
    public boolean isOutAt(Instant now) {
        return published && !isAwaitedAt(now) && !isOverAt(now);
    }

    /** Whether it will come out after that time. */
    public boolean isAwaitedAt(Instant now) {
        return published && from != null && from.isAfter(now) && (until == null || until.isAfter(from));
    }

    private boolean isOverAt(Instant now) {
        return until != null && !until.isAfter(now);
    }

    /** When, after that time, it comes out or goes; empty where it stays as it is. */
    public Optional<Instant> nextChange(Instant now) {
        if (isAwaitedAt(now)) {
            return Optional.ofNullable(from);
        }
        return isOutAt(now) ? Optional.ofNullable(until) : Optional.empty();
    }
}
