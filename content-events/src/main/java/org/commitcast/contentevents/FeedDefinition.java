package org.commitcast.contentevents;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed of a site.
 *
 * @param name the file name in its URL, without ending
 * @param kinds the kinds of items that it carries
 * @param publicUrl where readers subscribe; absent means its Commitcast URL
 * @param title absent means the site's
 * @param limit how many items at most, newest first; absent means all
 */
public record FeedDefinition(
        String name, List<Kind> kinds, @Nullable URI publicUrl, @Nullable String title, @Nullable Integer limit) {

    public FeedDefinition {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }

    /** Whether items of this kind are in the feed. */
    public boolean carries(Kind kind) {
        return kinds.contains(kind);
    }
}
