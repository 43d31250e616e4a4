package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.ItemInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class AtomFeedTest {
    private static final FeedFrame FRAME = Complete.frame(FeedFormat.ATOM);

    @Test
    void writesABlogAsGeneratorsDo() {
        ItemInputs post = ItemInputs.of(Samples.post("notes").snapshot(), null);
        URI address = URI.create("https://harbour.example/feed.atom");
        FeedFrame frame = FeedFrame.of(Samples.site(), Samples.blog(), FeedFormat.ATOM, address);

        assertThat(new String(Documents.of(frame, post), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                <?xml version='1.0' encoding='UTF-8'?>
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en-gb">
                <generator>Commitcast</generator>
                <link href="https://harbour.example/feed.atom" rel="self" type="application/atom+xml"/>
                <link href="https://harbour.example/" rel="alternate" type="text/html"/>
                <updated>2025-03-04T12:00:00Z</updated>
                <id>https://harbour.example/feed.atom</id>
                <title>Harbour notes</title>
                <subtitle>Talks from the quay.</subtitle>
                <rights>CC BY 4.0</rights>
                <icon>https://harbour.example/art.jpg</icon>
                <logo>https://harbour.example/art.jpg</logo>
                <author>
                <name>The Harbour Crew</name>
                <email>crew@harbour.example</email>
                </author>
                <entry>
                <title>Tides</title>
                <link href="https://harbour.example/notes/" rel="alternate" type="text/html"/>
                <published>2025-03-04T12:00:00Z</published>
                <updated>2025-03-04T12:00:00Z</updated>
                <id>urn:uuid:5aa6b36b-4a23-5311-9297-6bdb922abfec</id>
                <content type="html">&lt;p>On &lt;em>tides&lt;/em> &amp;amp; time.&lt;/p></content>
                <summary type="html">&lt;p>On tides &amp;amp; time.&lt;/p></summary>
                <author>
                <name>Ada Quay</name>
                </author>
                <category term="sea"/>
                <media:thumbnail url="https://harbour.example/cover.jpg"/>
                </entry>
                </feed>
                """);
    }

    @Test
    void linksTheRecordingAndTheDiscussions() {
        Element entry = entry(Documents.of(FRAME, Complete.episode()));

        assertThat(Xml.said(entry, Xml.ATOM, "link"))
                .containsExactly(
                        "{href=https://harbour.example/tides/, rel=alternate, type=text/html}",
                        "{href=https://audio.example/tides.mp3, length=1234, rel=enclosure, type=audio/mpeg}",
                        "{href=https://www.reddit.com/r/sea/comments/1/tides/, rel=replies, type=text/html}",
                        "{href=https://bsky.app/profile/ada.example/post/3k, rel=replies, type=text/html}",
                        "{href=https://social.example/@ada/105, rel=replies, type=text/html}");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-05, 2025-03-05T00:00:00Z",
        "2025-03-05T08:00:00+02:00, 2025-03-05T06:00:00Z",
        "2025-03-05 08:00:00 +0200, 2025-03-05T06:00:00Z",
        "2025-03-05 08:00, 2025-03-05T08:00:00Z",
        "2025-03-03, 2025-03-04T12:00:00Z",
        "yesterday, 2025-03-04T12:00:00Z"
    })
    void saysWhenADocumentWasChangedIfThatWasAfterItsPublication(String said, String updated) {
        ItemInputs episode = Complete.episode("{\"last_modified_at\": \"" + said + "\"}");

        assertThat(Xml.text(entry(Documents.of(FRAME, episode)), Xml.ATOM, "updated"))
                .isEqualTo(updated);
    }

    @ParameterizedTest
    @CsvSource({
        "https://harbour.example/tides, https://harbour.example/tides",
        "'tag:harbour.example,2025:tides', 'tag:harbour.example,2025:tides'",
    })
    void keepsAGuidThatIsAnAddressAsTheId(String guid, String id) {
        ItemInputs post = ItemInputs.of(Samples.post("a").guid(guid).snapshot(), null);

        assertThat(Xml.text(entry(Documents.of(FRAME, post)), Xml.ATOM, "id")).isEqualTo(id);
    }

    @Test
    void carriesSummariesWhereTheFeedIsToHaveNoTexts() {
        byte[] item = bytes(new ItemRenderer().render(Complete.episode(), FeedFormat.ATOM, true));

        assertThat(new String(item, StandardCharsets.UTF_8))
                .contains("<summary type=\"html\">")
                .doesNotContain("<content");
    }

    @Test
    void saysADateThoughThereAreNoItems() {
        assertThat(Xml.text(Xml.root(Documents.of(FRAME)), Xml.ATOM, "updated")).isEqualTo("1970-01-01T00:00:00Z");
    }

    private static byte[] bytes(ItemOutcome outcome) {
        assertThat(outcome).isInstanceOf(RenderedItem.class);
        return ((RenderedItem) outcome).bytes();
    }

    private static Element entry(byte[] feed) {
        return Xml.children(Xml.root(feed), Xml.ATOM, "entry").get(0);
    }
}
