package org.commitcast.ingest.publishing;

import java.util.Collection;
import java.util.Optional;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentreading.across.Claims;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.jspecify.annotations.Nullable;

/** Which guids and pages of a site are whose, as stored and as this work goes on. */
final class GuidLedger {
    private final Claims claims = new Claims();

    GuidLedger(Collection<ItemLine> items) {
        for (ItemLine item : items) {
            String url = item.state() == Item.State.PUBLISHED ? item.url() : null;
            claims.take(item.contentId(), item.path(), item.guid(), url);
        }
    }

    /** Why a document must not go out beside the others. */
    Optional<Finding> conflict(String contentId, Document document, String guid, @Nullable String published) {
        return claims.conflict(contentId, document, guid, published);
    }

    /** The item has them from now on. */
    void take(ContentSnapshot state) {
        claims.take(state.contentId(), state.path(), state.guid(), state.url());
    }

    /** The item's page is free again; its guid is its own for ever. */
    void leave(String contentId) {
        claims.leave(contentId);
    }
}
