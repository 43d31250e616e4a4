package org.commitcast.feeddifference;

import java.nio.charset.StandardCharsets;

/** Feeds for tests. */
final class Feeds {
    private Feeds() {}

    static ReadFeed read(String feed) {
        try {
            return ReadFeed.of(feed.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableFeedException e) {
            throw new AssertionError(e);
        }
    }

    static ReadFeed rss(String... items) {
        return rssSaying("<language>en</language>", items);
    }

    static ReadFeed rssSaying(String channel, String... items) {
        return read(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"
                     xmlns:content="http://purl.org/rss/1.0/modules/content/"
                     xmlns:p="https://podcastindex.org/namespace/1.0" xmlns:a="http://www.w3.org/2005/Atom">
                <channel><title>Harbour radio</title><link>https://harbour.example/</link>%s
                %s
                </channel></rss>
                """
                        .formatted(channel, String.join("\n", items)));
    }

    static String item(String guid, String elements) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid>" + elements + "</item>";
    }

    static String content(String html) {
        return "<link>https://harbour.example/fog/</link><content:encoded><![CDATA[" + html + "]]></content:encoded>";
    }
}
