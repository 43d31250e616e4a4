package org.commitcast.feedrendering.discussion;

import java.util.stream.Collectors;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.jspecify.annotations.Nullable;

/** Links to an item's discussions, for the end of its text. */
public final class DiscussionList {
    /** An episode that many link to has more threads than anybody reads. */
    private static final int MOST = 10;

    private DiscussionList() {}

    /** A paragraph of HTML in no language in particular; empty where there is nothing to link to. */
    public static String of(ContentSnapshot item, @Nullable DiscussionState discussions) {
        String links = Place.of(item, discussions).stream()
                .limit(MOST)
                .map(DiscussionList::link)
                .collect(Collectors.joining(" · "));
        return links.isEmpty() ? "" : "\n<p>💬 " + links + "</p>";
    }

    private static String link(Place place) {
        return "<a href=\"" + escaped(place.url()) + "\">" + escaped(place.name()) + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
