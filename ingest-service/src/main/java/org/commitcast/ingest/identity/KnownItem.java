package org.commitcast.ingest.identity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item as it was last seen.
 *
 * @param present whether a document of it is in the tree
 * @param guid frozen at the first publication; absent before
 */
public record KnownItem(String contentId, boolean present, @Nullable String guid, SeenDocument document) {

    String path() {
        return document.path();
    }

    KnownItem seen(SeenDocument now) {
        return new KnownItem(contentId, true, guid, now.after(document));
    }

    KnownItem gone() {
        return new KnownItem(contentId, false, guid, document);
    }

    boolean hasGuid(@Nullable String other) {
        return other != null && (other.equals(guid) || other.equals(document.guid()));
    }

    boolean hasEnclosure(@Nullable String other) {
        return other != null && other.equals(document.enclosure());
    }

    /** Whether it has a title or audio in common with another document. */
    boolean hasMuchOf(SeenDocument other) {
        return document.title().equals(other.title()) || hasEnclosure(other.enclosure());
    }

    /** Likeness of the files proves nothing where both of these differ: a new episode is made from the last one. */
    boolean mayBe(SeenDocument other) {
        return document.title().equals(other.title()) || Objects.equals(document.enclosure(), other.enclosure());
    }
}
