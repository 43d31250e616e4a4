package org.commitcast.contentreading.document;

import java.time.Instant;

/**
 * When a document is out.
 *
 * @param date as the document says, else as its file name says
 * @param published false for drafts and what says {@code published: false}
 * @param waitsForDate whether it is held back until its date, as Jekyll holds back posts but not other collections
 */
public record Release(Instant date, boolean published, boolean waitsForDate) {

    /** Whether it is out at that time. */
    public boolean isOutAt(Instant now) {
        return published && !(waitsForDate && date.isAfter(now));
    }
}
