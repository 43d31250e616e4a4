package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commitcast.feedrendering.Samples.episode;

import com.rometools.modules.content.ContentModule;
import com.rometools.modules.itunes.EntryInformation;
import com.rometools.modules.itunes.FeedInformation;
import com.rometools.modules.itunes.types.Category;
import com.rometools.modules.itunes.types.Subcategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.commitcast.feedrendering.document.FeedFormat;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** ROME and jsoup, which are not ours, read what we wrote. */
class IndependentReaderTest {
    @Test
    void readsTheChannel() throws Exception {
        SyndFeed feed = read(Rendering.of(Samples.podcast(), episode("tides").snapshot()));
        FeedInformation podcast = (FeedInformation) feed.getModule("http://www.itunes.com/dtds/podcast-1.0.dtd");

        assertThat(feed.getTitle()).isEqualTo("Harbour Lights");
        assertThat(feed.getLink()).isEqualTo("https://harbour.example/");
        assertThat(feed.getDescription()).isEqualTo("Talks from the quay.");
        assertThat(feed.getLanguage()).isEqualTo("en-gb");
        assertThat(feed.getImage().getUrl()).isEqualTo("https://harbour.example/art.jpg");
        assertThat(podcast.getAuthor()).isEqualTo("The Harbour Crew");
        assertThat(podcast.getOwnerEmailAddress()).isEqualTo("ada@harbour.example");
        assertThat(podcast.getCategories()).singleElement().hasFieldOrPropertyWithValue("name", "Technology");
        assertThat(podcast.getExplicitNullable()).isFalse();
    }

    @Test
    void readsTheItem() throws Exception {
        SyndEntry entry = read(Rendering.of(Samples.podcast(), episode("tides").snapshot()))
                .getEntries()
                .get(0);
        EntryInformation episode = (EntryInformation) entry.getModule("http://www.itunes.com/dtds/podcast-1.0.dtd");
        ContentModule content = (ContentModule) entry.getModule("http://purl.org/rss/1.0/modules/content/");

        assertThat(entry.getUri()).isEqualTo("harbour/tides");
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(Samples.NOON));
        assertThat(entry.getEnclosures().get(0).getUrl()).isEqualTo("https://audio.example/tides.mp3");
        assertThat(entry.getEnclosures().get(0).getLength()).isEqualTo(1234);
        assertThat(episode.getDuration().getMilliseconds()).isEqualTo(3_598_000);
        assertThat(content.getEncodeds()).containsExactly("<p>On <em>tides</em> &amp; time.</p>");
    }

    @Test
    void readsAllThatAShowCanSay() throws Exception {
        SyndFeed feed = read(Documents.of(Complete.frame(FeedFormat.RSS), Complete.episode()));
        FeedInformation show = (FeedInformation) feed.getModule("http://www.itunes.com/dtds/podcast-1.0.dtd");
        EntryInformation episode =
                (EntryInformation) feed.getEntries().get(0).getModule("http://www.itunes.com/dtds/podcast-1.0.dtd");

        assertThat(feed.getTitle()).isEqualTo("Harbour Lights by night");
        assertThat(show.getType()).isEqualTo("serial");
        assertThat(show.getComplete()).isTrue();
        assertThat(show.getBlock()).isTrue();
        assertThat(show.getNewFeedUrl()).isEqualTo("https://night.example/podcast.rss");
        assertThat(show.getCategories()).extracting(Category::getName).containsExactly("Leisure", "Technology");
        assertThat(show.getCategories().get(0).getSubcategories())
                .extracting(Subcategory::getName)
                .containsExactly("Hobbies", "Crafts");
        assertThat(episode.getTitle()).isEqualTo("Tides (short)");
        assertThat(episode.getSubtitle()).isEqualTo("Ebb");
        assertThat(episode.getEpisodeType()).isEqualTo("bonus");
        assertThat(episode.getSeason()).isEqualTo(2);
        assertThat(episode.getEpisode()).isEqualTo(7);
        assertThat(episode.getBlock()).isTrue();
        assertThat(episode.getExplicitNullable()).isFalse();
    }

    @Test
    void readsAtom() throws Exception {
        SyndFeed feed = read(Documents.of(Complete.frame(FeedFormat.ATOM), Complete.episode()));
        SyndEntry entry = feed.getEntries().get(0);

        assertThat(feed.getUri()).isEqualTo("https://harbour.example/podcast.atom");
        assertThat(feed.getTitle()).isEqualTo("Harbour Lights by night");
        assertThat(feed.getAuthors()).singleElement().hasFieldOrPropertyWithValue("name", "The Harbour Crew");
        assertThat(entry.getTitle()).isEqualTo("Tides");
        assertThat(entry.getLink()).isEqualTo("https://harbour.example/tides/");
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(Samples.NOON));
        assertThat(entry.getUpdatedDate()).isEqualTo("2025-03-05T00:00:00Z");
        assertThat(entry.getEnclosures().get(0).getLength()).isEqualTo(1234);
        assertThat(entry.getContents().get(0).getValue()).startsWith("<p>On <em>tides</em> &amp; time.</p>");
        assertThat(entry.getCategories()).singleElement().hasFieldOrPropertyWithValue("name", "sea");
    }

    @Test
    void readsBothByAnotherParser() {
        Document rss = parsed(Documents.of(Complete.frame(FeedFormat.RSS), Complete.episode()));
        Document atom = parsed(Documents.of(Complete.frame(FeedFormat.ATOM), Complete.episode()));

        assertThat(rss.select("channel > item > guid").text()).isEqualTo("harbour/tides");
        assertThat(rss.select("item > enclosure").attr("url")).isEqualTo("https://audio.example/tides.mp3");
        assertThat(rss.select("item > content|encoded").text()).startsWith("<p>On <em>tides</em> &amp; time.</p>");
        assertThat(rss.select("item > podcast|transcript").eachAttr("type")).hasSize(5);
        assertThat(rss.select("item > psc|chapters > psc|chapter").eachAttr("title"))
                .containsExactly("Start", "Flow & ebb");
        assertThat(atom.select("feed > entry > title").text()).isEqualTo("Tides");
        assertThat(atom.select("entry > link[rel=enclosure]").attr("href"))
                .isEqualTo("https://audio.example/tides.mp3");
    }

    private static Document parsed(byte[] feed) {
        return Jsoup.parse(new String(feed, StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    private static SyndFeed read(byte[] feed) throws Exception {
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed)));
    }

    private static SyndFeed read(RenderedFeed feed) throws Exception {
        return read(feed.feed().bytes());
    }
}
