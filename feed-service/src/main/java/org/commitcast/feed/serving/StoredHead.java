package org.commitcast.feed.serving;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is stored, but for its body.
 *
 * @param elsewhere where readers are to go instead, if they are
 * @param etag of the plain bytes; there exactly when the document is served
 */
public record StoredHead(
        DocumentKey key,
        DocumentType type,
        Edition edition,
        Standing standing,
        Instant lastModified,
        boolean dateDecides,
        @Nullable String link,
        @Nullable URI elsewhere,
        @Nullable String etag) {

    /** What is served of it where it has no body. */
    public ServedDocument withoutBody() {
        return new ServedDocument(key, type, edition, standing, lastModified, dateDecides, link, elsewhere, null);
    }

    /** Whether readers of what is served get nothing else than they would of this. */
    boolean isAlike(ServedDocument present) {
        BodyFacts body = present.body();
        return type == present.type()
                && standing == present.standing()
                && lastModified.equals(present.lastModified())
                && dateDecides == present.dateDecides()
                && Objects.equals(link, present.link())
                && Objects.equals(elsewhere, present.elsewhere())
                && Objects.equals(etag, body == null ? null : body.etag());
    }
}
