package org.commitcast.commandline.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.feedrendering.FailedItem;
import org.commitcast.feedrendering.FeedComposer;
import org.commitcast.feedrendering.ItemRenderer;
import org.commitcast.feedrendering.RenderedItem;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.ItemInputs;
import org.commitcast.feedrendering.document.ItemSettings;

/** A feed of a site as the services would write it; without the documents of items, which nobody serves. */
final class LocalFeed {
    private static final Comparator<RenderedItem> NEWEST_FIRST =
            Comparator.comparing(RenderedItem::date).reversed().thenComparing(RenderedItem::contentId);

    private final SiteDefinition site;
    private final FeedDefinition feed;
    private final FeedFormat format;
    private final ItemRenderer renderer = new ItemRenderer();
    private final List<RenderedItem> rendered = new ArrayList<>();
    private final List<FailedItem> failed = new ArrayList<>();

    LocalFeed(SiteDefinition site, FeedDefinition feed, FeedFormat format) {
        this.site = site;
        this.feed = feed;
        this.format = format;
    }

    /** Renders the item if the feed carries it. */
    void add(ContentSnapshot item) {
        if (feed.carries(item)) {
            ItemInputs inputs = new ItemInputs(item, null, null, null, ItemSettings.of(site));
            renderer.render(inputs, format, feed.summaryOnly()).sortInto(rendered, failed);
        }
    }

    FeedDefinition definition() {
        return feed;
    }

    boolean isEmpty() {
        return rendered.isEmpty();
    }

    List<FailedItem> failed() {
        return failed;
    }

    /** The document, as it would stand at this address. */
    byte[] writtenFor(URI publicUrl) {
        Integer limit = feed.limit();
        List<RenderedItem> newest = rendered.stream()
                .sorted(NEWEST_FIRST)
                .limit(limit == null ? Long.MAX_VALUE : limit)
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new FeedComposer().compose(FeedFrame.of(site, feed, format, publicUrl), newest.iterator(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("feed " + feed.name() + " cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
