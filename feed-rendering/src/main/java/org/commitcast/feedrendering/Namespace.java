package org.commitcast.feedrendering;

/** The vocabularies that our RSS uses beside its own. */
enum Namespace {
    ATOM("atom", "http://www.w3.org/2005/Atom"),
    CONTENT("content", "http://purl.org/rss/1.0/modules/content/"),
    DUBLIN_CORE("dc", "http://purl.org/dc/elements/1.1/"),
    ITUNES("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");

    private final String prefix;
    private final String uri;

    Namespace(String prefix, String uri) {
        this.prefix = prefix;
        this.uri = uri;
    }

    String prefix() {
        return prefix;
    }

    String uri() {
        return uri;
    }
}
