package org.commitcast.ingest.publishing;

import org.commitcast.contentevents.Kind;
import org.commitcast.ingest.publishing.Item.State;
import org.jspecify.annotations.Nullable;

/** What a plan made of an item, without its content. */
record Written(
        String contentId,
        @Nullable Kind kind,
        String path,
        @Nullable String guid,
        String title,
        @Nullable String url,
        State state,
        long sequence,
        boolean baseline) {

    static Written of(Item item) {
        return new Written(
                item.contentId(),
                item.kind(),
                item.path(),
                item.guid(),
                item.title(),
                item.url(),
                item.state(),
                item.sequence(),
                item.baseline());
    }
}
