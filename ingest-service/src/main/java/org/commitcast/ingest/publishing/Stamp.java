package org.commitcast.ingest.publishing;

import java.time.Instant;
import org.commitcast.contentevents.Batch;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.ContentSnapshot.Status;

/** What makes a state of an item a record: its place in the item's, the site's and the batch's order. */
record Stamp(long revision, long sequence, Batch batch, Status status, Cause cause, String commit, Instant at) {

    /** For a state that is only compared. */
    static final Stamp NONE = new Stamp(1, 0, new Batch("", 0, 1), Status.PUBLISHED, Cause.CONTENT, "", Instant.EPOCH);

    /** The same item's state as this record. */
    ContentSnapshot on(ContentSnapshot state) {
        return new ContentSnapshot(
                state.site(),
                state.incarnation(),
                state.contentId(),
                revision,
                sequence,
                batch,
                status,
                cause,
                state.kind(),
                state.guid(),
                state.url(),
                state.earlierUrls(),
                state.path(),
                commit,
                state.blob(),
                state.title(),
                state.date(),
                state.firstPublishedAt(),
                state.baseline(),
                state.authors(),
                state.tags(),
                state.language(),
                state.summary(),
                state.description(),
                state.html(),
                state.image(),
                state.enclosure(),
                state.chapters(),
                state.season(),
                state.episode(),
                state.transcript(),
                state.links(),
                state.pendingLinks(),
                state.frontMatter(),
                at,
                state.collection());
    }
}
