package org.commitcast.ingest.publishing;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stored items that a plan has to know.
 *
 * @param enclosures of which it has all items; absent where it has all items of the site
 */
record Concerned(Collection<ItemLine> lines, @Nullable Set<String> enclosures) {

    boolean isWhole() {
        return enclosures == null;
    }

    /** Whether all items with this audio are among them. */
    boolean hasAudio(String enclosure) {
        return enclosures == null || enclosures.contains(enclosure);
    }
}
