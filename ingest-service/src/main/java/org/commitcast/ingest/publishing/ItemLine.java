package org.commitcast.ingest.publishing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.commitcast.contentevents.Kind;
import org.commitcast.ingest.identity.KnownItem;
import org.commitcast.ingest.identity.SeenDocument;
import org.commitcast.ingest.publishing.Item.State;
import org.jspecify.annotations.Nullable;

/** An item's row without its content. */
@RegisterForReflection
public record ItemLine(
        String contentId,
        String path,
        boolean present,
        State state,
        boolean pageTaken,
        @Nullable Kind kind,
        @Nullable String guid,
        @Nullable String explicitGuid,
        @Nullable String computedGuid,
        @Nullable String enclosure,
        String title,
        String blob,
        @Nullable String url,
        @Nullable Integer number,
        boolean baseline,
        @Nullable Instant dueAt,
        @Nullable String transcript) {

    KnownItem known() {
        return new KnownItem(
                contentId, present, guid, new SeenDocument(path, blob, explicitGuid, computedGuid, enclosure, title));
    }

    /** Whether the way of another item may mend what is wrong with it. */
    boolean isHeld() {
        return present && (state == State.HELD || pageTaken);
    }

    boolean isDue(Instant now) {
        return present && dueAt != null && !dueAt.isAfter(now);
    }
}
