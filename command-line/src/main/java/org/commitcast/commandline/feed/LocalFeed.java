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
import org.commitcast.feedrendering.paging.ListedItem;
import org.commitcast.feedrendering.paging.PageCutter;
import org.commitcast.feedrendering.paging.PageRule;

/**
 * A feed of a site as the services would write it, for those who subscribe; without archives and the documents of items,
 * which nobody serves.
 */
final class LocalFeed {
    private static final Comparator<RenderedItem> NEWEST_FIRST =
            Comparator.comparing(RenderedItem::date).reversed().thenComparing(RenderedItem::contentId);
    /** What feed-service lets a document of a feed with archives take, unless it is told otherwise. */
    private static final long DOCUMENT_BYTES = 4L << 20;

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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            FeedFrame frame = FeedFrame.of(site, feed, format, publicUrl);
            new FeedComposer().compose(frame, subscribed().iterator(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("feed " + feed.name() + " cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private List<RenderedItem> subscribed() {
        List<RenderedItem> newestFirst = rendered.stream().sorted(NEWEST_FIRST).toList();
        List<ListedItem> listed = newestFirst.stream().map(LocalFeed::listed).toList();
        PageRule rule = PageRule.of(feed, DOCUMENT_BYTES);
        PageCutter cutter = rule.cutter(archive -> {});
        for (int i = listed.size() - 1; i >= 0; i--) {
            cutter.add(listed.get(i));
        }
        int alone = cutter.rest().size();
        Integer most = rule.most(alone);
        int count = most == null ? listed.size() : Math.min(most, listed.size());
        return newestFirst.subList(
                0, rule.subscribed(listed.subList(0, count), alone).size());
    }

    private static ListedItem listed(RenderedItem item) {
        return new ListedItem(
                item.contentId(), true, item.date().toEpochMilli(), item.date(), item.bytes().length, "", "");
    }
}
