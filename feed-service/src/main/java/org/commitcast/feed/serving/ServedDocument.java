package org.commitcast.feed.serving;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What readers of a document get. Never changed, only replaced.
 *
 * @param dateDecides whether Last-Modified tells this state from its predecessor: not when both are of one second
 * @param link the value of the header field Link, if it has one
 * @param elsewhere where readers are to go instead, if they are
 * @param body what is known of its body; there exactly when the document is served
 */
public record ServedDocument(
        DocumentKey key,
        DocumentType type,
        Edition edition,
        Standing standing,
        Instant lastModified,
        boolean dateDecides,
        @Nullable String link,
        @Nullable URI elsewhere,
        @Nullable BodyFacts body) {

    /** One that readers are sent nowhere else from. */
    public ServedDocument(
            DocumentKey key,
            DocumentType type,
            Edition edition,
            Standing standing,
            Instant lastModified,
            boolean dateDecides,
            @Nullable String link,
            @Nullable BodyFacts body) {
        this(key, type, edition, standing, lastModified, dateDecides, link, null, body);
    }

    /** The same, known to be in that state. */
    ServedDocument as(Edition other) {
        return new ServedDocument(key, type, other, standing, lastModified, dateDecides, link, elsewhere, body);
    }

    /** Whether this should replace what is served now. */
    boolean replaces(@Nullable ServedDocument present) {
        if (present == null) {
            return true;
        }
        boolean wouldTakeAway = standing == Standing.IMPORTING
                && present.standing == Standing.SERVED
                && present.edition.incarnation().equals(edition.incarnation());
        return edition.isNewerThan(present.edition) && !wouldTakeAway;
    }
}
