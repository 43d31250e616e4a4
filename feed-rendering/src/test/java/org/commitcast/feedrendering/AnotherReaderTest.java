package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.apptasticsoftware.rssreader.Enclosure;
import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import com.apptasticsoftware.rssreader.module.itunes.ItunesItem;
import com.apptasticsoftware.rssreader.module.itunes.ItunesRssReader;
import java.io.ByteArrayInputStream;
import java.time.ZonedDateTime;
import java.util.List;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.ItemInputs;
import org.junit.jupiter.api.Test;

/** What RSS Reader by Apptastic, which shares nothing with ROME, makes of our feeds. */
class AnotherReaderTest {
    private static final ItemInputs OTHER =
            ItemInputs.of(Samples.episode("ebb").title("Ebb & <flow>").snapshot(), null);

    @Test
    void readsTheShow() {
        var show = podcast().get(0).getChannel();

        assertThat(show.getTitle()).isEqualTo("Harbour Lights by night");
        assertThat(show.getLink()).isEqualTo("https://harbour.example/");
        assertThat(show.getDescription()).isEqualTo("Only what glows.");
        assertThat(show.getLanguage()).contains("en-gb");
        assertThat(show.getCopyright()).contains("CC BY 4.0");
        assertThat(show.getManagingEditor()).contains("crew@harbour.example (The Harbour Crew)");
        assertThat(show.getPubDateZonedDateTime().map(ZonedDateTime::toInstant)).contains(Samples.NOON);
        assertThat(show.getImage())
                .hasValueSatisfying(image -> assertThat(image.getUrl()).isEqualTo("https://harbour.example/night.jpg"));
    }

    @Test
    void readsItsEpisodes() {
        List<ItunesItem> episodes = podcast();
        ItunesItem episode = episodes.get(0);

        assertThat(episodes).extracting(item -> item.getTitle().orElseThrow()).containsExactly("Tides", "Ebb & <flow>");
        assertThat(episode.getGuid()).contains("harbour/tides");
        assertThat(episode.getIsPermaLink()).contains(false);
        assertThat(episode.getLink()).contains("https://harbour.example/tides/");
        assertThat(episode.getPubDateZonedDateTime().map(ZonedDateTime::toInstant))
                .contains(Samples.NOON);
        assertThat(episode.getContent())
                .hasValueSatisfying(text -> assertThat(text).startsWith("<p>On <em>tides</em> &amp; time.</p>"));
        assertThat(episode.getCategories()).containsExactly("sea");
        assertThat(episode.getComments()).contains("https://www.reddit.com/r/sea/comments/1/tides/");
        assertThat(episode.getEnclosures()).singleElement().satisfies(AnotherReaderTest::isTheRecording);
        assertThat(episode.getItunesDuration()).contains("3598");
        assertThat(episode.getItunesTitle()).contains("Tides (short)");
        assertThat(episode.getItunesSubtitle()).contains("Ebb");
        assertThat(episode.getItunesSeason()).contains(2);
        assertThat(episode.getItunesEpisode()).contains(7);
        assertThat(episode.getItunesEpisodeType()).contains("bonus");
        assertThat(episode.getItunesImage()).contains("https://harbour.example/cover.jpg");
        assertThat(episode.isItunesExplicit()).isFalse();
        assertThat(episode.isItunesBlock()).isTrue();
    }

    @Test
    void readsAtom() {
        ItemInputs post = ItemInputs.of(Samples.post("notes").title("Notes").snapshot(), null);
        byte[] atom = Documents.of(Complete.frame(FeedFormat.ATOM), Complete.episode(), post);
        List<Item> entries =
                new RssReader().read(new ByteArrayInputStream(atom)).toList();

        assertThat(entries).extracting(item -> item.getTitle().orElseThrow()).containsExactly("Tides", "Notes");
        assertThat(entries.get(0).getUpdated()).contains("2025-03-05T00:00:00Z");
        assertThat(entries.get(0).getPubDate()).contains("2025-03-04T12:00:00Z");
        assertThat(entries.get(0).getChannel().getTitle()).isEqualTo("Harbour Lights by night");
        // Of several links it knows the last one only.
        assertThat(entries.get(1).getLink()).contains("https://harbour.example/notes/");
    }

    private static void isTheRecording(Enclosure enclosure) {
        assertThat(enclosure.getUrl()).isEqualTo("https://audio.example/tides.mp3");
        assertThat(enclosure.getLength()).contains(1234L);
        assertThat(enclosure.getType()).isEqualTo("audio/mpeg");
    }

    private static List<ItunesItem> podcast() {
        FeedFrame frame = Complete.frame(FeedFormat.RSS);
        byte[] rss = Documents.of(frame, Complete.episode(), OTHER);
        return new ItunesRssReader().read(new ByteArrayInputStream(rss)).toList();
    }
}
