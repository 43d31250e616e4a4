package org.commitcast.feed.serving;

/** A feed of a site. */
public record FeedKey(String site, String feed) {
    /** The path under which it is served. */
    public String path() {
        return "/feeds/" + site + "/" + feed + ".rss";
    }
}
