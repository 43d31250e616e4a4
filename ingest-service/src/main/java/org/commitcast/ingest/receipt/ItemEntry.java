package org.commitcast.ingest.receipt;

import org.commitcast.contentevents.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a commit did to an item.
 *
 * @param change in one word: added, changed, moved, removed
 * @param quiet whether it can lead to no announcement
 * @param published whether a record of the item went out because of this
 * @param sequence the site's sequence that carries it; 0 where it is not out
 */
public record ItemEntry(
        String contentId,
        String change,
        @Nullable Kind kind,
        String path,
        @Nullable String previousPath,
        @Nullable String guid,
        @Nullable String title,
        @Nullable String url,
        boolean quiet,
        boolean published,
        long sequence) {}
