package org.commitcast.ingest.publishing;

import java.time.Instant;
import org.commitcast.contentevents.ContentSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of an item that its document does not say.
 *
 * @param blob the document's object id
 * @param transcript the content id of its transcript
 * @param previous its last published state
 */
record ItemFacts(
        String site,
        String incarnation,
        String contentId,
        String guid,
        String blob,
        Instant firstPublishedAt,
        boolean baseline,
        @Nullable String transcript,
        @Nullable ContentSnapshot previous) {}
