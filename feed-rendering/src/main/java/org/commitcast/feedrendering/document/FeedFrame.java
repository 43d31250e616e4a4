package org.commitcast.feedrendering.document;

import java.net.URI;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A document of a feed, but for its items.
 *
 * @param publicUrl where readers subscribe to the feed in this format, absolute
 * @param selfUrl where this very document is, absolute
 * @param hub where changes are told
 */
public record FeedFrame(
        SiteDefinition site,
        FeedDefinition feed,
        FeedFormat format,
        URI publicUrl,
        URI selfUrl,
        PageLinks pages,
        @Nullable URI hub) {

    /** A feed that is one document, with the site's hub. */
    public static FeedFrame of(SiteDefinition site, FeedDefinition feed, FeedFormat format, URI publicUrl) {
        return new FeedFrame(site, feed, format, publicUrl, publicUrl, PageLinks.NONE, site.hub());
    }

    /** The same as one of several documents. */
    public FeedFrame asPage(URI documentUrl, PageLinks others) {
        return new FeedFrame(site, feed, format, publicUrl, documentUrl, others, hub);
    }

    /** The same with another hub. */
    public FeedFrame toldTo(@Nullable URI otherHub) {
        return new FeedFrame(site, feed, format, publicUrl, selfUrl, pages, otherHub);
    }

    /** What the feed is called. */
    public String title() {
        String own = feed.title();
        return own == null ? site.title() : own;
    }

    /** The page that the feed belongs to. */
    public URI link() {
        URI home = site.url();
        return home == null ? publicUrl : home;
    }

    /** What the feed is about; its title where nobody said more. */
    public String description() {
        String own = feed.description();
        if (own != null) {
            return own;
        }
        String description = site.description();
        String subtitle = site.subtitle();
        if (description != null) {
            return description;
        }
        return subtitle == null ? title() : subtitle;
    }

    /** Its picture. */
    public @Nullable URI image() {
        URI own = feed.image();
        return own == null ? site.image() : own;
    }
}
