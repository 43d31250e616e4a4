package org.commitcast.feedrendering;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.Chapter;
import org.commitcast.contentevents.Cue;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.PodcastDefinition;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.ItemAddresses;
import org.commitcast.feedrendering.document.ItemInputs;
import org.commitcast.feedrendering.document.ItemSettings;
import org.commitcast.feedrendering.document.PageLinks;
import org.commitcast.feedrendering.document.PageRelation;
import org.jspecify.annotations.Nullable;

/** A show that says everything that can be said. */
final class Complete {
    private Complete() {}

    static SiteDefinition site() {
        return site(null);
    }

    /** @param guid of the show; absent where the site does not say it */
    static SiteDefinition site(@Nullable String guid) {
        return new SiteDefinition(
                "https://git.example/harbour.git",
                "main",
                "Harbour Lights",
                URI.create("https://harbour.example/"),
                "Talks",
                "Talks from the quay.",
                "en-gb",
                "The Harbour Crew",
                "crew@harbour.example",
                new SiteDefinition.Owner("Ada Quay", "ada@harbour.example"),
                URI.create("https://harbour.example/art.jpg"),
                "Technology",
                false,
                "CC BY 4.0",
                "UTC",
                List.of(feed()),
                true,
                true,
                Map.of(),
                List.of("Leisure > Hobbies", "Leisure > Crafts", "Technology"),
                podcast(guid),
                URI.create("https://hub.example/"),
                true,
                null);
    }

    static FeedDefinition feed() {
        return new FeedDefinition(
                "podcast",
                List.of(Kind.EPISODE),
                Samples.PUBLIC_URL,
                "Harbour Lights by night",
                null,
                List.of(),
                List.of(),
                "Only what glows.",
                URI.create("https://harbour.example/night.jpg"),
                false,
                10,
                URI.create("https://night.example/podcast.rss"),
                false);
    }

    private static PodcastDefinition podcast(@Nullable String guid) {
        Map<String, Object> said = new HashMap<>(podcast());
        if (guid != null) {
            said.put("guid", guid);
        }
        return PodcastDefinition.of(said);
    }

    private static Map<String, Object> podcast() {
        return Map.ofEntries(
                Map.entry("locked", true),
                Map.entry("type", "serial"),
                Map.entry("complete", true),
                Map.entry("hidden", true),
                Map.entry("medium", "podcast"),
                Map.entry("funding", List.of(Map.of("url", "https://harbour.example/give", "text", "Buy us a lamp"))),
                Map.entry(
                        "persons",
                        List.of(
                                Map.of("name", "Ada Quay", "url", "https://harbour.example/ada"),
                                Map.of("name", "Ben Mole", "role", "editor", "group", "audio post-production"))),
                Map.entry(
                        "trailers",
                        List.of(Map.of(
                                "title", "What comes",
                                "url", "https://audio.example/trailer.mp3",
                                "date", "2025-03-01T12:00:00Z",
                                "length", 1200,
                                "type", "audio/mpeg",
                                "season", 2))),
                Map.entry("txt", List.of(Map.of("purpose", "verify", "text", "harbour-7"))),
                Map.entry("license", Map.of("name", "cc-by-4.0")),
                Map.entry("location", Map.of("name", "Lisbon", "geo", "geo:38.7,-9.1", "osm", "R5400890")),
                Map.entry(
                        "updateFrequency",
                        Map.of(
                                "text",
                                "Every other week",
                                "rule",
                                "FREQ=WEEKLY;INTERVAL=2",
                                "begin",
                                "2026-03-02T06:30:00Z",
                                "complete",
                                false)));
    }

    static ItemInputs episode() {
        return episode(
                """
                {"explicit": "clean", "itunes_title": "Tides (short)", "subtitle": "Ebb", "episodeType": "Bonus",
                 "itunes_block": true, "season_name": "The sea", "episode_display": "Ch. 7", "image_alt": "A wave",
                 "guests": [{"name": "Cleo Buoy", "url": "https://cleo.example/", "img": "https://cleo.example/c.png"}],
                 "soundbites": [{"start": "1:13", "duration": 60.5, "title": "The moon"}],
                 "location": {"name": "Porto", "lat": "41.15", "lon": "-8.61", "osm": "r3459013", "country": "pt"},
                 "license": "https://creativecommons.org/licenses/by-sa/4.0/", "lastmod": "2025-03-05",
                 "images": [{"href": "https://harbour.example/wide.jpg", "aspect_ratio": "16/9", "width": 1600}],
                 "txt": [{"purpose": "release", "text": "7"}]}
                """);
    }

    static ItemInputs episode(String frontMatter) {
        return new ItemInputs(
                Samples.episode("tides")
                        .chapters(
                                new Chapter(3700, "Flow & ebb", null),
                                new Chapter(0, "Start", "https://harbour.example/start"))
                        .frontMatter(frontMatter)
                        .snapshot(),
                discussions(),
                transcript(),
                new ItemAddresses(URI.create("https://feeds.example/feeds/harbour")),
                ItemSettings.of(site()));
    }

    static DiscussionState discussions() {
        return Samples.threads(
                "tides",
                Samples.thread("reddit", "https://www.reddit.com/r/sea/comments/1/tides/", true),
                Samples.thread("mastodon", "https://social.example/@ada/105", true),
                Samples.thread("bluesky", "https://bsky.app/profile/ada.example/post/3k", true));
    }

    static TranscriptState transcript() {
        return transcript(
                new Cue(0, 1500L, "Ada Quay", "Good evening."), new Cue(1500, null, "Cleo Buoy", "Thank you."));
    }

    static TranscriptState transcript(Cue... cues) {
        return new TranscriptState("harbour", "i1", "t1", 1, "t/tides.vtt", false, "en", List.of(cues), Samples.NOON);
    }

    static FeedFrame frame(FeedFormat format) {
        URI url = URI.create("https://harbour.example/podcast" + format.ending());
        return FeedFrame.of(site(), feed(), format, url);
    }

    static PageLinks archive() {
        return new PageLinks(
                Map.of(
                        PageRelation.CURRENT, URI.create("https://harbour.example/podcast"),
                        PageRelation.PREVIOUS_ARCHIVE, URI.create("https://harbour.example/podcast/1"),
                        PageRelation.NEXT_ARCHIVE, URI.create("https://harbour.example/podcast/3")),
                true);
    }
}
