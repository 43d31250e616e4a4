package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.ItemInputs;
import org.commitcast.feedrendering.document.PageLinks;
import org.commitcast.feedrendering.document.PageRelation;
import org.junit.jupiter.api.Test;

class JsonFeedTest {
    private static final FeedFrame FRAME = Complete.frame(FeedFormat.JSON);

    @Test
    void saysAllThatItCanOfTheFeed() throws IOException {
        JsonNode feed = read(
                FRAME, Complete.episode(), ItemInputs.of(Samples.episode("ebb").snapshot(), null));

        assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").asText()).isEqualTo("Harbour Lights by night");
        assertThat(feed.path("home_page_url").asText()).isEqualTo("https://harbour.example/");
        assertThat(feed.path("feed_url").asText()).isEqualTo("https://harbour.example/podcast.json");
        assertThat(feed.path("description").asText()).isEqualTo("Only what glows.");
        assertThat(feed.path("icon").asText()).isEqualTo("https://harbour.example/night.jpg");
        assertThat(feed.at("/authors/0/name").asText()).isEqualTo("The Harbour Crew");
        assertThat(feed.path("language").asText()).isEqualTo("en-gb");
        assertThat(feed.path("expired").asBoolean()).isTrue();
        assertThat(feed.at("/hubs/0/type").asText()).isEqualTo("WebSub");
        assertThat(feed.at("/hubs/0/url").asText()).isEqualTo("https://hub.example/");
        assertThat(feed.path("items"))
                .extracting(item -> item.path("id").asText())
                .containsExactly("harbour/tides", "harbour/ebb");
    }

    @Test
    void saysAllThatItCanOfAnItem() throws IOException {
        JsonNode item = read(FRAME, Complete.episode()).at("/items/0");

        assertThat(item.path("url").asText()).isEqualTo("https://harbour.example/tides/");
        assertThat(item.path("title").asText()).isEqualTo("Tides");
        assertThat(item.path("content_html").asText()).startsWith("<p>On <em>tides</em> &amp; time.</p>");
        assertThat(item.path("summary").asText()).isEqualTo("On tides & time.");
        assertThat(item.path("image").asText()).isEqualTo("https://harbour.example/cover.jpg");
        assertThat(item.path("date_published").asText()).isEqualTo("2025-03-04T12:00:00Z");
        assertThat(item.path("date_modified").asText()).isEqualTo("2025-03-05T00:00:00Z");
        assertThat(item.at("/authors/0/name").asText()).isEqualTo("Ada Quay");
        assertThat(item.at("/tags/0").asText()).isEqualTo("sea");
        assertThat(item.path("attachments"))
                .singleElement()
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                {"url": "https://audio.example/tides.mp3", "mime_type": "audio/mpeg",
                                 "size_in_bytes": 1234, "duration_in_seconds": 3598}
                                """));
    }

    @Test
    void listsNoItemsWhereThereAreNone() throws IOException {
        assertThat(read(FRAME).path("items").isArray()).isTrue();
        assertThat(read(FRAME).path("items")).isEmpty();
    }

    @Test
    void leadsToTheOlderItems() throws IOException {
        URI older = URI.create("https://harbour.example/2.json");
        PageLinks pages = new PageLinks(Map.of(PageRelation.PREVIOUS_ARCHIVE, older), false);

        assertThat(read(FRAME.asPage(FRAME.publicUrl(), pages)).path("next_url").asText())
                .isEqualTo(older.toString());
    }

    private static JsonNode read(FeedFrame frame, ItemInputs... items) throws IOException {
        return new ObjectMapper().readTree(Documents.of(frame, items));
    }
}
