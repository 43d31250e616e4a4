package org.commitcast.feedrendering.podcast;

import java.net.URI;
import java.util.UUID;
import org.commitcast.contentevents.PodcastDefinition;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.NameBasedId;

/**
 * What a show is known by wherever its feed moves: the id that its site says, or the one that its address gives. What the
 * site says is the id of one feed: directories take two feeds with the same one for the same show, and list one of them.
 *
 * @see <a href="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md">podcast:guid</a>
 */
final class ShowGuid {
    private static final UUID PODCASTS = UUID.fromString("ead4c236-bf58-58c6-a2c6-a6b28d128cb6");

    /** The feed that the site's show is. */
    private static final String SHOW = "podcast";

    private ShowGuid() {}

    static String of(FeedFrame frame) {
        PodcastDefinition podcast = frame.site().podcast();
        String said = podcast == null || !frame.feed().name().equals(SHOW) ? null : podcast.guid();
        return said == null || said.isBlank() ? of(frame.publicUrl()) : said.strip();
    }

    /** Of a feed's address, without its scheme and the slashes at its end. */
    static String of(URI feed) {
        String name =
                feed.toString().replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("/+$", "");
        return NameBasedId.of(PODCASTS, name).toString();
    }
}
