package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class AppleTest {
    private static final FeedFrame FRAME = Complete.frame(FeedFormat.RSS);

    @Test
    void saysAllThatDirectoriesAskOfAShow() {
        Element channel = Xml.channel(Documents.of(FRAME));

        assertThat(Xml.text(channel, Xml.RSS, "title")).isEqualTo("Harbour Lights by night");
        assertThat(Xml.text(channel, Xml.RSS, "description")).isEqualTo("Only what glows.");
        assertThat(Xml.text(channel, Xml.ITUNES, "author")).isEqualTo("The Harbour Crew");
        assertThat(Xml.text(channel, Xml.ITUNES, "summary")).isEqualTo("Only what glows.");
        assertThat(Xml.said(channel, Xml.ITUNES, "image")).containsExactly("{href=https://harbour.example/night.jpg}");
        assertThat(Xml.text(channel, Xml.ITUNES, "explicit")).isEqualTo("false");
        assertThat(Xml.text(channel, Xml.ITUNES, "type")).isEqualTo("serial");
        assertThat(Xml.text(channel, Xml.ITUNES, "complete")).isEqualTo("Yes");
        assertThat(Xml.text(channel, Xml.ITUNES, "block")).isEqualTo("Yes");
        assertThat(Xml.text(channel, Xml.ITUNES, "new-feed-url")).isEqualTo("https://night.example/podcast.rss");
    }

    @Test
    void putsCategoriesIntoOneAnother() {
        Element channel = Xml.channel(Documents.of(FRAME));
        Element leisure = Xml.children(channel, Xml.ITUNES, "category").get(0);

        assertThat(Xml.said(channel, Xml.ITUNES, "category")).containsExactly("{text=Leisure}", "{text=Technology}");
        assertThat(Xml.said(leisure, Xml.ITUNES, "category")).containsExactly("{text=Hobbies}", "{text=Crafts}");
    }

    @Test
    void saysAllThatDirectoriesAskOfAnEpisode() {
        Element item = Xml.item(Documents.of(FRAME, Complete.episode()));

        assertThat(Xml.text(item, Xml.ITUNES, "title")).isEqualTo("Tides (short)");
        assertThat(Xml.text(item, Xml.ITUNES, "author")).isEqualTo("Ada Quay");
        assertThat(Xml.text(item, Xml.ITUNES, "subtitle")).isEqualTo("Ebb");
        assertThat(Xml.text(item, Xml.ITUNES, "duration")).isEqualTo("3598");
        assertThat(Xml.text(item, Xml.ITUNES, "season")).isEqualTo("2");
        assertThat(Xml.text(item, Xml.ITUNES, "episode")).isEqualTo("7");
        assertThat(Xml.text(item, Xml.ITUNES, "episodeType")).isEqualTo("bonus");
        assertThat(Xml.text(item, Xml.ITUNES, "explicit")).isEqualTo("false");
        assertThat(Xml.said(item, Xml.ITUNES, "image")).containsExactly("{href=https://harbour.example/cover.jpg}");
        assertThat(Xml.text(item, Xml.ITUNES, "block")).isEqualTo("Yes");
    }

    @Test
    void leavesOutATypeThatIsNone() {
        Element item = Xml.item(Documents.of(FRAME, Complete.episode("{\"episode_type\": \"special\"}")));

        assertThat(Xml.children(item, Xml.ITUNES, "episodeType")).isEmpty();
    }

    @Test
    void endsTheTextWithItsDiscussionsWhereTheSiteWantsThem() {
        Element item = Xml.item(Documents.of(FRAME, Complete.episode()));

        assertThat(Xml.text(item, "http://purl.org/rss/1.0/modules/content/", "encoded"))
                .isEqualTo("<p>On <em>tides</em> &amp; time.</p>\n<p>💬 "
                        + "<a href=\"https://www.reddit.com/r/sea/comments/1/tides/\">Reddit</a> · "
                        + "<a href=\"https://bsky.app/profile/ada.example/post/3k\">Bluesky</a> · "
                        + "<a href=\"https://social.example/@ada/105\">Mastodon</a></p>");
    }
}
