package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.ServingConfig;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.PageLinks;
import org.jspecify.annotations.Nullable;

/** Where a feed's documents are, and what stands in them around the items. */
@ApplicationScoped
class FeedFrames {
    private static final int OLDEST = 1;

    private final ServingConfig config;

    FeedFrames(ServingConfig config) {
        this.config = config;
    }

    static String file(FeedDefinition feed, FeedFormat format) {
        return feed.name() + format.ending();
    }

    static String archiveFile(FeedDefinition feed, int number, FeedFormat format) {
        return feed.name() + "/" + number + format.ending();
    }

    /** Where this deployment serves the feed. */
    URI url(SiteState site, FeedDefinition feed, FeedFormat format) {
        return config.urlOf(new DocumentKey(site.site(), file(feed, format)));
    }

    /** Where its readers subscribe. */
    URI publicUrl(SiteState site, FeedDefinition feed, FeedFormat format) {
        // What readers subscribed to elsewhere is the RSS; the other formats are ours alone.
        URI own = format == FeedFormat.RSS ? feed.publicUrl() : null;
        DocumentKey key = new DocumentKey(site.site(), file(feed, format));
        return own == null ? config.addressOf(site.definition(), key) : own;
    }

    /** Where readers are to go instead: to whoever makes the feed, or to its new address. */
    @Nullable URI elsewhere(SiteState site, FeedDefinition feed, FeedFormat format) {
        if (feed.external()) {
            return feed.publicUrl();
        }
        // What has moved is what readers subscribed to: the RSS. Where they are already, they need not be sent.
        URI moved = format == FeedFormat.RSS ? feed.newUrl() : null;
        boolean there =
                moved == null || moved.equals(url(site, feed, format)) || moved.equals(publicUrl(site, feed, format));
        return there ? null : moved;
    }

    /**
     * Of what readers subscribe to.
     *
     * @param archived how many archives there are
     */
    FeedFrame subscription(SiteState site, FeedDefinition feed, FeedFormat format, int archived) {
        FeedFrame frame = frame(site, feed, format);
        return archived == 0
                ? frame
                : frame.asPage(
                        frame.selfUrl(),
                        PageLinks.ofSubscription(
                                frame.publicUrl(),
                                archiveUrl(site, feed, format, archived),
                                archiveUrl(site, feed, format, OLDEST)));
    }

    /** Of an archive. No hub is told of those. */
    FeedFrame archive(SiteState site, FeedDefinition feed, FeedFormat format, int number) {
        FeedFrame frame = frame(site, feed, format).toldTo(null);
        URI older = number == OLDEST ? null : archiveUrl(site, feed, format, number - 1);
        URI oldest = archiveUrl(site, feed, format, OLDEST);
        return frame.asPage(
                archiveUrl(site, feed, format, number), PageLinks.ofArchive(frame.publicUrl(), older, oldest));
    }

    private FeedFrame frame(SiteState site, FeedDefinition feed, FeedFormat format) {
        return FeedFrame.of(site.definition(), feed, format, publicUrl(site, feed, format));
    }

    private URI archiveUrl(SiteState site, FeedDefinition feed, FeedFormat format, int number) {
        return config.addressOf(site.definition(), new DocumentKey(site.site(), archiveFile(feed, number, format)));
    }
}
