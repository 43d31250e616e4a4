package org.commitcast.feed.serving;

import java.util.Arrays;
import java.util.Optional;
import org.commitcast.feedrendering.document.FeedFormat;

/** A feed of a site in one format. */
public record FeedKey(String site, String feed, FeedFormat format) {

    /** The feed as RSS, which is what others are told of it. */
    public static FeedKey rss(String site, String feed) {
        return new FeedKey(site, feed, FeedFormat.RSS);
    }

    /** The feed that a file of the site is; empty where its ending is none of ours. */
    static Optional<FeedKey> ofFile(String site, String file) {
        return Arrays.stream(FeedFormat.values())
                .filter(format -> file.endsWith(format.ending()))
                .map(format -> new FeedKey(
                        site, file.substring(0, file.length() - format.ending().length()), format))
                .findFirst();
    }

    /** Its file name. */
    public String file() {
        return feed + format.ending();
    }

    /** The path under which it is served. */
    public String path() {
        return "/feeds/" + site + "/" + file();
    }
}
