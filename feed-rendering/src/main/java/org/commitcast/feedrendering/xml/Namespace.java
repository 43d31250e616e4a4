package org.commitcast.feedrendering.xml;

/** The vocabularies that our XML uses beside that of its root. */
public enum Namespace {
    ATOM("atom", "http://www.w3.org/2005/Atom"),
    CONTENT("content", "http://purl.org/rss/1.0/modules/content/"),
    DUBLIN_CORE("dc", "http://purl.org/dc/elements/1.1/"),
    ITUNES("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
    FEED_HISTORY("fh", "http://purl.org/syndication/history/1.0"),
    MEDIA("media", "http://search.yahoo.com/mrss/"),
    PODCAST("podcast", "https://podcastindex.org/namespace/1.0"),
    PODLOVE_CHAPTERS("psc", "http://podlove.org/simple-chapters");

    private final String prefix;
    private final String qualifier;
    private final String uri;

    Namespace(String prefix, String uri) {
        this.prefix = prefix;
        this.qualifier = prefix + ":";
        this.uri = uri;
    }

    String prefix() {
        return prefix;
    }

    /** The prefix with its colon. */
    String qualifier() {
        return qualifier;
    }

    String uri() {
        return uri;
    }
}
