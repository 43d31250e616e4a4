package org.commitcast.endtoend;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The feed that a Jekyll template makes of Harbour Radio, where its subscribers have it. */
final class LiveFeed extends StandIn {
    private final String pages;
    private final List<String> items = Collections.synchronizedList(new ArrayList<>());

    LiveFeed(String pages) {
        this.pages = pages;
        open();
    }

    String address() {
        return url() + "/podcast.rss";
    }

    /** Lists one more episode, above the others. */
    void add(String guid, String title, String date, String description) {
        String slug = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        items.add(
                0,
                """
                <item>
                  <title>%1$s</title>
                  <link>%2$s/episode/%3$s/</link>
                  <guid isPermaLink="false">%6$s</guid>
                  <pubDate>%4$s</pubDate>
                  <description>%5$s</description>
                  <content:encoded><![CDATA[<p>What happens on the quay – and <em>why</em>.</p>

                <ul>
                  <li>[@00:10] - Welcome</li>
                  <li>[@12:40] - The quay</li>
                </ul>
                ]]></content:encoded>
                  <enclosure url="https://audio.harbour.example/%3$s.mp3" length="22380544" type="audio/mpeg"/>
                  <itunes:duration>31:05</itunes:duration>
                </item>
                """
                        .formatted(title, pages, slug, date, description, guid));
    }

    /** Gives an episode another description. */
    void correct(String description, String by) {
        items.replaceAll(item -> item.replace(description, by));
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        reply(
                exchange,
                200,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
                     xmlns:content="http://purl.org/rss/1.0/modules/content/">
                <channel>
                  <title>Harbour Radio</title>
                  <link>%s/</link>
                  <description>Conversations with people who live by the sea.</description>
                  <language>en</language>
                  <itunes:author>Ines Duarte</itunes:author>
                  %s
                </channel>
                </rss>
                """
                        .formatted(pages, String.join("", items)));
    }
}
