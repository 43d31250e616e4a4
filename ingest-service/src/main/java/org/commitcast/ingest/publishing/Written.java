package org.commitcast.ingest.publishing;

import org.commitcast.contentevents.Kind;
import org.commitcast.ingest.publishing.Item.State;
import org.jspecify.annotations.Nullable;

/**
 * What a plan made of an item, without its content.
 *
 * @param wasOut whether readers had it before
 */
record Written(
        String contentId,
        @Nullable Kind kind,
        String path,
        @Nullable String guid,
        String title,
        @Nullable String url,
        State state,
        long sequence,
        boolean baseline,
        boolean wasOut) {

    static Written of(Item item, boolean wasOut) {
        return new Written(
                item.contentId(),
                item.kind(),
                item.path(),
                item.guid(),
                item.title(),
                item.url(),
                item.state(),
                item.sequence(),
                item.baseline(),
                wasOut);
    }
}
