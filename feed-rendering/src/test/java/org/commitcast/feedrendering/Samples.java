package org.commitcast.feedrendering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.Batch;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.Chapter;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteDefinition;
import org.jspecify.annotations.Nullable;

/** A small show, written for these tests. */
final class Samples {
    static final URI PUBLIC_URL = URI.create("https://harbour.example/podcast.rss");
    static final Instant NOON = Instant.parse("2025-03-04T12:00:00Z");

    private Samples() {}

    static SiteDefinition site() {
        return site("Harbour Lights", "Talks from the quay.");
    }

    static SiteDefinition site(String title, String description) {
        return new SiteDefinition(
                "https://git.example/harbour.git",
                "main",
                title,
                URI.create("https://harbour.example/"),
                "Talks",
                description,
                "en-gb",
                "The Harbour Crew",
                "crew@harbour.example",
                new SiteDefinition.Owner("Ada Quay", "ada@harbour.example"),
                URI.create("https://harbour.example/art.jpg"),
                "Technology",
                false,
                "CC BY 4.0",
                "UTC",
                List.of(podcast(), blog()),
                true,
                true,
                Map.of(),
                List.of(),
                null,
                null,
                false,
                null);
    }

    static FeedDefinition podcast() {
        return new FeedDefinition("podcast", List.of(Kind.EPISODE), PUBLIC_URL, null, null);
    }

    static FeedDefinition blog() {
        return new FeedDefinition("blog", List.of(Kind.POST), null, "Harbour notes", null);
    }

    static FeedDefinition limitedTo(int items) {
        return new FeedDefinition("podcast", List.of(Kind.EPISODE), PUBLIC_URL, null, items);
    }

    static DiscussionState threads(String contentId, DiscussionThread... threads) {
        return new DiscussionState("harbour", "i1", contentId, 1, List.of(threads), NOON);
    }

    static DiscussionThread thread(String platform, String url, boolean primary) {
        return new DiscussionThread(platform, url, primary, DiscussionState.Origin.GIVEN, null, null, null, NOON);
    }

    static Item episode(String contentId) {
        return new Item(contentId, Kind.EPISODE);
    }

    static Item post(String contentId) {
        return new Item(contentId, Kind.POST);
    }

    /** A snapshot in the making. */
    static final class Item {
        private final String contentId;
        private final Kind kind;
        private ContentSnapshot.Status status = ContentSnapshot.Status.PUBLISHED;
        private String guid;
        private String url;
        private String title = "Tides";
        private Instant date = NOON;
        private String html = "<p>On <em>tides</em> &amp; time.</p>";
        private String summary = "<p>On tides &amp; time.</p>";
        private @Nullable String description;
        private String author = "Ada Quay";
        private String tag = "sea";
        private @Nullable Enclosure enclosure;
        private Map<String, String> links = Map.of();
        private List<Chapter> chapters = List.of();
        private JsonNode frontMatter = JsonNodeFactory.instance.objectNode().put("explicit", true);

        private Item(String contentId, Kind kind) {
            this.contentId = contentId;
            this.kind = kind;
            this.guid = "harbour/" + contentId;
            this.url = "https://harbour.example/" + contentId + "/";
            this.enclosure = kind == Kind.EPISODE
                    ? new Enclosure("https://audio.example/" + contentId + ".mp3", 1234L, "audio/mpeg", 3598L)
                    : null;
        }

        Item withdrawn() {
            status = ContentSnapshot.Status.WITHDRAWN;
            return this;
        }

        Item guid(String value) {
            guid = value;
            return this;
        }

        Item url(String value) {
            url = value;
            return this;
        }

        Item title(String value) {
            title = value;
            return this;
        }

        Item date(String value) {
            date = Instant.parse(value);
            return this;
        }

        Item html(String value) {
            html = value;
            return this;
        }

        Item summary(String value) {
            summary = value;
            return this;
        }

        Item description(String value) {
            description = value;
            return this;
        }

        Item author(String value) {
            author = value;
            return this;
        }

        Item tag(String value) {
            tag = value;
            return this;
        }

        Item enclosure(String address, @Nullable Long length) {
            enclosure = new Enclosure(address, length, "audio/mpeg", null);
            return this;
        }

        Item link(String platform, String address) {
            links = Map.of(platform, address);
            return this;
        }

        Item chapters(Chapter... values) {
            chapters = List.of(values);
            return this;
        }

        /** As YAML gave it, in the words of JSON. */
        Item frontMatter(String json) {
            try {
                frontMatter = new ObjectMapper().readTree(json);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
            return this;
        }

        ContentSnapshot snapshot() {
            return new ContentSnapshot(
                    "harbour",
                    "i1",
                    contentId,
                    1,
                    1,
                    new Batch("c0ffee", 0, 1),
                    status,
                    Cause.CONTENT,
                    kind,
                    guid,
                    url,
                    List.of(),
                    "_episodes/" + contentId + ".md",
                    "c0ffee",
                    "b10b",
                    title,
                    date,
                    NOON,
                    false,
                    List.of(author),
                    List.of(tag),
                    null,
                    summary,
                    description,
                    html,
                    "https://harbour.example/cover.jpg",
                    enclosure,
                    chapters,
                    2,
                    7,
                    null,
                    links,
                    List.of(),
                    frontMatter,
                    NOON,
                    null);
        }
    }
}
