package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commitcast.feedrendering.Samples.episode;
import static org.commitcast.feedrendering.Samples.podcast;
import static org.commitcast.feedrendering.Samples.post;

import org.junit.jupiter.api.Test;

class FeedRendererTest {
    @Test
    void writesAnEpisodeAsDirectoriesWantIt() {
        assertThat(Rendering.text(Rendering.of(podcast(), episode("tides").snapshot())))
                .isEqualTo(
                        """
                <?xml version='1.0' encoding='UTF-8'?>
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:podcast="https://podcastindex.org/namespace/1.0">
                <channel>
                <title>Harbour Lights</title>
                <link>https://harbour.example/</link>
                <description>Talks from the quay.</description>
                <atom:link href="https://harbour.example/podcast.rss" rel="self" type="application/rss+xml"/>
                <language>en-gb</language>
                <copyright>CC BY 4.0</copyright>
                <managingEditor>crew@harbour.example (The Harbour Crew)</managingEditor>
                <webMaster>ada@harbour.example (Ada Quay)</webMaster>
                <pubDate>Tue, 04 Mar 2025 12:00:00 +0000</pubDate>
                <lastBuildDate>Tue, 04 Mar 2025 12:00:00 +0000</lastBuildDate>
                <generator>Commitcast</generator>
                <image>
                <url>https://harbour.example/art.jpg</url>
                <title>Harbour Lights</title>
                <link>https://harbour.example/</link>
                </image>
                <itunes:author>The Harbour Crew</itunes:author>
                <itunes:subtitle>Talks</itunes:subtitle>
                <itunes:summary>Talks from the quay.</itunes:summary>
                <itunes:owner>
                <itunes:name>Ada Quay</itunes:name>
                <itunes:email>ada@harbour.example</itunes:email>
                </itunes:owner>
                <itunes:image href="https://harbour.example/art.jpg"/>
                <itunes:category text="Technology"/>
                <itunes:explicit>false</itunes:explicit>
                <podcast:guid>43cb1d33-d54c-5948-a5b1-9be56fd873b4</podcast:guid>
                <podcast:image href="https://harbour.example/art.jpg"/>
                <item>
                <title>Tides</title>
                <link>https://harbour.example/tides/</link>
                <guid isPermaLink="false">harbour/tides</guid>
                <pubDate>Tue, 04 Mar 2025 12:00:00 +0000</pubDate>
                <description>On tides &amp;amp; time.</description>
                <content:encoded>&lt;p>On &lt;em>tides&lt;/em> &amp;amp; time.&lt;/p></content:encoded>
                <category>sea</category>
                <enclosure url="https://audio.example/tides.mp3" length="1234" type="audio/mpeg"/>
                <itunes:author>Ada Quay</itunes:author>
                <itunes:summary>On tides &amp; time.</itunes:summary>
                <itunes:duration>3598</itunes:duration>
                <itunes:season>2</itunes:season>
                <itunes:episode>7</itunes:episode>
                <itunes:explicit>true</itunes:explicit>
                <itunes:image href="https://harbour.example/cover.jpg"/>
                <podcast:season>2</podcast:season>
                <podcast:episode>7</podcast:episode>
                <podcast:image href="https://harbour.example/cover.jpg"/>
                </item>
                </channel>
                </rss>
                """);
    }

    @Test
    void writesAPostWithoutPodcastElements() {
        RenderedFeed feed = Rendering.of(Samples.blog(), post("notes").snapshot());

        assertThat(Rendering.text(feed)).doesNotContain("<itunes:").contains("<title>Harbour notes</title>");
        assertThat(Rendering.lines(feed, "dc:creator")).containsExactly("<dc:creator>Ada Quay</dc:creator>");
        assertThat(Rendering.lines(feed, "description"))
                .contains("<description>&lt;p>On tides &amp;amp; time.&lt;/p></description>");
    }

    @Test
    void listsNewestFirstAndEqualDatesByContentId() {
        RenderedFeed feed = Rendering.of(
                podcast(),
                episode("b").snapshot(),
                episode("old").date("2020-01-01T00:00:00Z").snapshot(),
                episode("a").snapshot(),
                episode("new").date("2025-06-01T00:00:00Z").snapshot());

        assertThat(feed.feed().manifest().digests()).containsOnlyKeys("new", "a", "b", "old");
        assertThat(feed.feed().manifest().digests().keySet()).containsExactly("new", "a", "b", "old");
    }

    @Test
    void keepsTheNewestWhereTheFeedIsLimited() {
        RenderedFeed feed = Rendering.of(
                Samples.limitedTo(1),
                episode("old").date("2020-01-01T00:00:00Z").snapshot(),
                episode("new").snapshot());

        assertThat(feed.feed().manifest().digests()).containsOnlyKeys("new");
    }

    @Test
    void leavesOutWithdrawnItemsAndOtherKinds() {
        RenderedFeed feed = Rendering.of(
                podcast(), episode("gone").withdrawn().snapshot(), post("post").snapshot());

        assertThat(feed.feed().manifest().size()).isZero();
        assertThat(feed.failed()).isEmpty();
        assertThat(Rendering.lines(feed, "lastBuildDate")).isEmpty();
    }

    @Test
    void namesTheItemThatCannotBeRenderedAndKeepsTheOthers() {
        RenderedFeed feed = Rendering.of(
                podcast(),
                episode("good").snapshot(),
                episode("nameless").guid("\u0001 ").snapshot(),
                episode("mute").enclosure("", 1L).snapshot(),
                episode("late").date("+12025-01-01T00:00:00Z").snapshot());

        assertThat(feed.feed().manifest().digests()).containsOnlyKeys("good");
        assertThat(feed.failed())
                .containsExactly(
                        new FailedItem("late", "date +12025-01-01T00:00:00Z is outside the years that a feed can say"),
                        new FailedItem("mute", "enclosure has no address"),
                        new FailedItem("nameless", "has no guid"));
    }

    @Test
    void callsOnlyTheItemsPresentPageAPermanentLink() {
        RenderedFeed feed = Rendering.of(
                podcast(),
                episode("a")
                        .guid("https://x.example/a")
                        .url("https://x.example/a")
                        .snapshot(),
                episode("b")
                        .guid("https://x.example/b")
                        .url("https://x.example/moved")
                        .snapshot());

        assertThat(Rendering.lines(feed, "guid"))
                .containsExactly(
                        "<guid isPermaLink=\"true\">https://x.example/a</guid>",
                        "<guid isPermaLink=\"false\">https://x.example/b</guid>");
    }

    @Test
    void saysZeroWhereTheLengthOfAnEnclosureIsUnknown() {
        RenderedFeed feed = Rendering.of(
                podcast(),
                episode("a").enclosure("https://x.example/a.mp3", null).snapshot());

        assertThat(Rendering.lines(feed, "enclosure"))
                .singleElement()
                .asString()
                .contains("length=\"0\"");
        assertThat(Rendering.lines(feed, "itunes:duration")).isEmpty();
    }

    @Test
    void linksThePrimaryThreadOfThePreferredPlatform() {
        RenderedFeed feed = Rendering.of(
                episode("a").link("reddit", "https://reddit.example/named").snapshot(),
                Samples.threads(
                        "a",
                        Samples.thread("mastodon", "https://social.example/1", true),
                        Samples.thread("reddit", "https://reddit.example/second", false),
                        Samples.thread("hackernews", "https://news.example/2", true)));

        assertThat(Rendering.lines(feed, "comments")).containsExactly("<comments>https://news.example/2</comments>");
    }

    @Test
    void linksTheThreadOfTheDocumentWhereNoneIsTracked() {
        RenderedFeed feed = Rendering.of(
                episode("a").link("reddit", "https://reddit.example/named").snapshot(), Samples.threads("a"));

        assertThat(Rendering.lines(feed, "comments"))
                .containsExactly("<comments>https://reddit.example/named</comments>");
    }

    @Test
    void linksNoThreadThatIsNotAWebPage() {
        RenderedFeed feed = Rendering.of(
                podcast(), episode("a").link("reddit", "javascript:alert(1)").snapshot());

        assertThat(Rendering.lines(feed, "comments")).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // What is read from a topic may lack what it must have.
    void leavesOutAnItemThatLacksItsContent() {
        RenderedFeed feed = Rendering.of(
                podcast(),
                episode("hollow").html(null).snapshot(),
                episode("tides").snapshot());

        assertThat(feed.failed()).extracting(FailedItem::contentId).containsExactly("hollow");
        assertThat(Rendering.text(feed)).contains("harbour/tides");
    }
}
