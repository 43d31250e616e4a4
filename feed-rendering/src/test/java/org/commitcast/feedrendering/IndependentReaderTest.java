package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commitcast.feedrendering.Samples.episode;

import com.rometools.modules.content.ContentModule;
import com.rometools.modules.itunes.EntryInformation;
import com.rometools.modules.itunes.FeedInformation;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** ROME reads what we wrote. */
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

    private static SyndFeed read(RenderedFeed feed) throws Exception {
        return new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(feed.feed().bytes())));
    }
}
