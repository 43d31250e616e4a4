package org.commitcast.feed.serving;

import java.util.Comparator;

/**
 * Which of a document's states this is.
 *
 * @param incarnation of the site
 * @param renderer version of the renderer that made it
 * @param through the site's sequence up to which it knows all items
 * @param version of the stored document; 0 for one that comes from disk
 */
public record Edition(String incarnation, int renderer, long through, long version) {
    private static final Comparator<Edition> BY_KNOWLEDGE =
            Comparator.comparingInt(Edition::renderer).thenComparingLong(Edition::through);

    /** Whether it is newer. What it knows counts first: a restored database gives lower versions than it did before. */
    boolean isNewerThan(Edition present) {
        int order = incarnation.equals(present.incarnation) ? BY_KNOWLEDGE.compare(this, present) : 0;
        return order == 0 ? version > present.version : order > 0;
    }
}
