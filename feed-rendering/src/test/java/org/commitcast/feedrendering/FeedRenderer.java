package org.commitcast.feedrendering;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteDefinition;

/** Renders whole feeds from snapshots at once; what renders them in parts must come to the same bytes. */
final class FeedRenderer {
    private static final Comparator<RenderedItem> NEWEST_FIRST =
            Comparator.comparing(RenderedItem::date).reversed().thenComparing(RenderedItem::contentId);

    private final ItemRenderer items = new ItemRenderer();
    private final FeedComposer composer = new FeedComposer();

    /**
     * The feed of all published items of its kinds.
     *
     * @param publicUrl where readers subscribe, absolute
     * @param discussions by content id
     */
    RenderedFeed render(
            SiteDefinition site,
            FeedDefinition feed,
            URI publicUrl,
            Collection<ContentSnapshot> snapshots,
            Map<String, DiscussionState> discussions) {
        List<RenderedItem> rendered = new ArrayList<>();
        List<FailedItem> failed = new ArrayList<>();
        for (ContentSnapshot snapshot : snapshots) {
            if (snapshot.published() && feed.carries(snapshot.kind())) {
                items.render(snapshot, discussions.get(snapshot.contentId())).sortInto(rendered, failed);
            }
        }
        failed.sort(Comparator.comparing(FailedItem::contentId));
        return new RenderedFeed(compose(site, feed, publicUrl, rendered), failed);
    }

    private ComposedFeed compose(SiteDefinition site, FeedDefinition feed, URI publicUrl, List<RenderedItem> rendered) {
        Integer limit = feed.limit();
        Iterator<RenderedItem> listed = rendered.stream()
                .sorted(NEWEST_FIRST)
                .limit(limit == null ? rendered.size() : Math.max(0, limit))
                .iterator();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            FeedManifest manifest = composer.compose(site, feed, publicUrl, listed, bytes);
            return new ComposedFeed(bytes.toByteArray(), manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
