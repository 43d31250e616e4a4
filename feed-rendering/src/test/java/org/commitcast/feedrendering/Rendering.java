package org.commitcast.feedrendering;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.FeedDefinition;

/** Renders the sample show. */
final class Rendering {
    private Rendering() {}

    static RenderedFeed of(FeedDefinition feed, ContentSnapshot... snapshots) {
        return new FeedRenderer().render(Samples.site(), feed, Samples.PUBLIC_URL, List.of(snapshots), Map.of());
    }

    static RenderedFeed of(ContentSnapshot snapshot, DiscussionState discussions) {
        return new FeedRenderer()
                .render(
                        Samples.site(),
                        Samples.podcast(),
                        Samples.PUBLIC_URL,
                        List.of(snapshot),
                        Map.of(discussions.contentId(), discussions));
    }

    static String text(RenderedFeed feed) {
        return new String(feed.feed().bytes(), StandardCharsets.UTF_8);
    }

    /** The lines of a feed that hold one of these elements. */
    static List<String> lines(RenderedFeed feed, String element) {
        return Arrays.stream(text(feed).split("\n"))
                .filter(line -> line.startsWith("<" + element + ">") || line.startsWith("<" + element + " "))
                .toList();
    }
}
