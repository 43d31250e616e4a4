package org.commitcast.feedrendering.jsonfeed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.commitcast.contentevents.PodcastDefinition;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.FeedShell;
import org.commitcast.feedrendering.document.PageLinks;
import org.commitcast.feedrendering.document.PageRelation;
import org.commitcast.feedrendering.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Feed around its items.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/#top-level-a-name-top-level-a">JSON Feed 1.1, top level</a>
 */
public final class JsonFeed {
    private static final byte[] SEPARATOR = ",\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ITEMS = ",\n \"items\" : [\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAIL = "\n]\n}\n".getBytes(StandardCharsets.US_ASCII);

    private JsonFeed() {}

    /** What stands before, between and after the items. */
    public static FeedShell around(FeedFrame frame) {
        SiteDefinition site = frame.site();
        PodcastDefinition podcast = site.podcast();
        boolean over = frame.feed().closed() || (podcast != null && podcast.complete());
        JsonText json = new JsonText()
                .text("version", "https://jsonfeed.org/version/1.1")
                .present("title", frame.title())
                .text("home_page_url", site.url())
                .text("feed_url", frame.selfUrl())
                .text("description", frame.description().equals(frame.title()) ? null : frame.description())
                .text("next_url", next(frame.pages()))
                .text("icon", frame.image())
                .objects("authors", authors(site), (object, name) -> object.text("name", name))
                .text("language", site.language())
                .objects("hubs", hubs(frame), (object, url) -> object.text("type", "WebSub")
                        .text("url", url));
        byte[] object = (over ? json.truth("expired", true) : json).bytes();
        return new FeedShell(concatenated(withoutEnd(object), ITEMS), SEPARATOR, TAIL);
    }

    private static @Nullable URI next(PageLinks pages) {
        return pages.to(PageRelation.NEXT)
                .or(() -> pages.to(PageRelation.PREVIOUS_ARCHIVE))
                .orElse(null);
    }

    private static List<String> authors(SiteDefinition site) {
        return Stream.ofNullable(site.author()).toList();
    }

    private static List<URI> hubs(FeedFrame frame) {
        return Stream.ofNullable(frame.hub()).toList();
    }

    /** Without the line break and brace that close the object. */
    private static byte[] withoutEnd(byte[] object) {
        return Arrays.copyOf(object, object.length - 2);
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
