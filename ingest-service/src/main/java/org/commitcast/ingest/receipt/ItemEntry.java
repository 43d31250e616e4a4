package org.commitcast.ingest.receipt;

import java.time.Instant;
import org.commitcast.contentevents.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a commit did to an item.
 *
 * @param change in one word: added, changed, moved, removed
 * @param quiet whether it can lead to no announcement
 * @param published whether a record of the item went out because of this
 * @param sequence the site's sequence that carries it; 0 where it is not out
 * @param outcome in one word: published, revised, withdrawn, unchanged, held, hidden, waiting
 * @param due when it goes out, where it waits for its date
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
        long sequence,
        String outcome,
        @Nullable Instant due) {

    /** The same, never to go out. */
    public ItemEntry hidden() {
        return new ItemEntry(
                contentId, change, kind, path, previousPath, guid, title, url, quiet, false, 0, "hidden", null);
    }
}
