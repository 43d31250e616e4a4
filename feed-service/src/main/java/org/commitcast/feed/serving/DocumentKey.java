package org.commitcast.feed.serving;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.feedrendering.document.FeedFormat;

/**
 * A document of a site.
 *
 * @param file its path below the site's, like {@code podcast.rss} or {@code podcast/3.rss}
 */
public record DocumentKey(String site, String file) {
    private static final String ROOT = "/feeds/";
    private static final Pattern SAFE_FILE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final Pattern SAFE_SITE = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    /** The feed as RSS, which is what others are told of it. */
    public static DocumentKey rss(String site, String feed) {
        return of(site, feed, FeedFormat.RSS);
    }

    /** The feed as a whole in that format. */
    public static DocumentKey of(String site, String feed, FeedFormat format) {
        return new DocumentKey(site, feed + format.ending());
    }

    /** The document that a path leads to. */
    static Optional<DocumentKey> ofPath(String path) {
        int slash = path.indexOf('/', ROOT.length());
        return path.startsWith(ROOT) && slash > 0
                ? Optional.of(new DocumentKey(path.substring(ROOT.length(), slash), path.substring(slash + 1)))
                : Optional.empty();
    }

    /** The path under which it is served. */
    public String path() {
        return ROOT + site + "/" + file;
    }

    /** Whether it is an archive of a feed: one below the feed's name, where documents of items are deeper. */
    boolean isArchive() {
        int slash = file.indexOf('/');
        return slash > 0 && slash == file.lastIndexOf('/');
    }

    /** Whether its names can be a file's on disk, and lead nowhere else. */
    boolean isSafe() {
        return SAFE_SITE.matcher(site).matches() && SAFE_FILE.matcher(file).matches();
    }
}
