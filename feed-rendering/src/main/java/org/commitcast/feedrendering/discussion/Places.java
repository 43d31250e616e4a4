package org.commitcast.feedrendering.discussion;

import java.util.List;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.jspecify.annotations.Nullable;

/** Where an item is talked about. */
public final class Places {
    private Places() {}

    /** The pages, those that matter most first. */
    public static List<String> urls(ContentSnapshot item, @Nullable DiscussionState discussions) {
        return Place.of(item, discussions).stream().map(Place::url).toList();
    }
}
