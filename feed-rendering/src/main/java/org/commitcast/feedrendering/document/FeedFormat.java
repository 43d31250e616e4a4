package org.commitcast.feedrendering.document;

/**
 * A format that feeds are written in.
 *
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287, Atom 1.0</a>
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
public enum FeedFormat {
    RSS(".rss", "application/rss+xml"),
    ATOM(".atom", "application/atom+xml"),
    JSON(".json", "application/feed+json");

    private final String ending;
    private final String mediaType;

    FeedFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** Of its files, with the dot. */
    public String ending() {
        return ending;
    }

    /** Without parameters, as links name it. */
    public String mediaType() {
        return mediaType;
    }

    /** As HTTP names it. JSON is always UTF-8 and says so nowhere. */
    public String contentType() {
        return this == JSON ? mediaType : mediaType + "; charset=utf-8";
    }
}
