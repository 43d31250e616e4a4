package org.commitcast.feedrendering;

import java.util.List;

/** Which items came, changed and went; content ids. */
public record FeedChanges(List<String> added, List<String> changed, List<String> removed) {
    public FeedChanges {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** Whether nothing did. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
