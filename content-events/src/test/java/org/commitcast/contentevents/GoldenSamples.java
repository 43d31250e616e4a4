package org.commitcast.contentevents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of each form, the same as the files under {@code golden/}. Consumers' tests use them too. A file is never
 * changed: what was once written to a topic must be readable for ever.
 */
public final class GoldenSamples {
    public static final String SITE = "harbour-radio";
    public static final String INCARNATION = "5f0c6a34-6a8c-4b7e-9a57-0c2f7a1d9e01";
    public static final String ITEM = "0d6f3f9e-54f0-4a52-8f1c-2a7f7f0e6b11";
    private static final Instant MORNING = Instant.parse("2026-03-02T06:30:00Z");

    private GoldenSamples() {}

    /** Every sample by the name of its file. */
    public static Map<String, Event> all() {
        Map<String, Event> samples = new LinkedHashMap<>();
        samples.put("site-defined", siteDefined());
        samples.put("site-imported", siteImported());
        samples.put("site-removed", siteRemoved());
        samples.put("site-stated", siteStated());
        samples.put("site-detailed", siteDetailed());
        samples.put("site-discussed", siteDiscussed());
        samples.put("content-published", contentPublished());
        samples.put("content-revised", contentRevised());
        samples.put("content-withdrawn", contentWithdrawn());
        samples.put("content-collected", contentCollected());
        samples.put("transcript-recorded", transcriptRecorded());
        samples.put("feed-rendered", feedRendered());
        samples.put("feed-corrected", feedCorrected());
        samples.put("announcement-recorded", announcementRecorded());
        samples.put("discussions-recorded", discussionsRecorded());
        samples.put("discussions-proposed", discussionsProposed());
        samples.put("discussions-bounded", discussionsBounded());
        return samples;
    }

    public static SiteState siteDefined() {
        return new SiteState(SITE, INCARNATION, 1, SiteState.Lifecycle.DEFINED, definition(), null, null, MORNING);
    }

    public static SiteState siteImported() {
        return new SiteState(
                SITE,
                INCARNATION,
                2,
                SiteState.Lifecycle.IMPORTED,
                definition(),
                new SiteState.Import("1f2e3d4c5b6a79880716253443526170f1e2d3c4", 12, 12),
                null,
                MORNING);
    }

    static SiteState siteStated() {
        return new SiteState(
                SITE,
                INCARNATION,
                3,
                SiteState.Lifecycle.IMPORTED,
                definition(),
                new SiteState.Import("1f2e3d4c5b6a79880716253443526170f1e2d3c4", 12, 12),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("title", "Harbour Radio")
                        .set("repository", JsonNodeFactory.instance.objectNode().put("branch", "main")),
                MORNING);
    }

    static SiteState siteDetailed() {
        var feed = new FeedDefinition(
                "voyages",
                List.of(Kind.EPISODE, Kind.POST),
                URI.create("https://harbour.example/voyages.rss"),
                "Harbour Radio on board",
                100,
                List.of("voyages"),
                List.of("sailing"),
                "Only what happened at sea.",
                URI.create("https://harbour.example/voyages.jpg"),
                true,
                50,
                URI.create("https://sea.example/voyages.rss"),
                true,
                true);
        var podcast = new PodcastDefinition(
                "b1a5c3f0-1d0e-5c59-9b1a-2f6f5c6c1a77",
                true,
                "serial",
                true,
                true,
                "podcast",
                List.of(new PodcastDefinition.Funding(URI.create("https://harbour.example/give"), "Buy us a lamp")),
                List.of(new PodcastDefinition.Person(
                        "Ines Duarte",
                        "host",
                        "cast",
                        URI.create("https://harbour.example/ines.jpg"),
                        URI.create("https://harbour.example/ines"))),
                List.of(new PodcastDefinition.Trailer(
                        "What comes",
                        URI.create("https://audio.example/trailer.mp3"),
                        MORNING,
                        1_200_000L,
                        "audio/mpeg",
                        2)),
                List.of(new PodcastDefinition.Txt("verify", "harbour-7")),
                new PodcastDefinition.License("cc-by-4.0", URI.create("https://harbour.example/licence")),
                new PodcastDefinition.Location("Lisbon", "geo:38.7,-9.1", "R5400890"),
                new PodcastDefinition.UpdateFrequency("Every other week", "FREQ=WEEKLY;INTERVAL=2", MORNING, false));
        return new SiteState(
                SITE,
                INCARNATION,
                4,
                SiteState.Lifecycle.DEFINED,
                definition(
                        List.of(feed),
                        List.of("Leisure > Hobbies", "Society & Culture"),
                        podcast,
                        URI.create("https://hub.example/"),
                        null),
                null,
                null,
                MORNING);
    }

    static SiteState siteDiscussed() {
        return new SiteState(
                SITE,
                INCARNATION,
                5,
                SiteState.Lifecycle.DEFINED,
                definition(
                        definition().feeds(),
                        List.of(),
                        null,
                        null,
                        new DiscussionDefinition(
                                Map.of("hackernews", "accept", "reddit", "propose", "lemmy", "never"),
                                Map.of("reddit", "harbours", "lemmy", "harbours@lemmy.example", "hackernews", "true"))),
                null,
                null,
                MORNING);
    }

    static SiteState siteRemoved() {
        return new SiteState(SITE, INCARNATION, 3, SiteState.Lifecycle.REMOVED, definition(), null, null, MORNING);
    }

    public static ContentSnapshot contentPublished() {
        return content(1, ContentSnapshot.Status.PUBLISHED, "Fog over the breakwater");
    }

    static ContentSnapshot contentRevised() {
        return content(2, ContentSnapshot.Status.PUBLISHED, "Fog over the old breakwater");
    }

    public static ContentSnapshot contentWithdrawn() {
        return content(3, ContentSnapshot.Status.WITHDRAWN, "Fog over the old breakwater");
    }

    static ContentSnapshot contentCollected() {
        return content(4, ContentSnapshot.Status.PUBLISHED, "Fog over the new breakwater", "voyages");
    }

    static TranscriptState transcriptRecorded() {
        return new TranscriptState(
                SITE,
                INCARNATION,
                "7b1c2d3e-0000-4000-8000-000000000001",
                1,
                "transcripts/007_fog.txt",
                false,
                "en",
                List.of(new Cue(0, 4_000L, "Ines", "Good morning."), new Cue(4_000, null, null, "[foghorn]")),
                MORNING);
    }

    static FeedState feedRendered() {
        return new FeedState(
                SITE,
                INCARNATION,
                "podcast",
                4,
                "http://feeds.example/feeds/harbour-radio/podcast.rss",
                "https://harbour.example/podcast.rss",
                "\"3d5f\"",
                13,
                7,
                List.of(Kind.EPISODE),
                List.of(ITEM),
                List.of(),
                List.of(),
                List.of(new FeedState.Failure("9c0d", "title is empty")),
                MORNING,
                List.of());
    }

    static FeedState feedCorrected() {
        return new FeedState(
                SITE,
                INCARNATION,
                "podcast",
                5,
                "http://feeds.example/feeds/harbour-radio/podcast.rss",
                "https://harbour.example/podcast.rss",
                "\"4e60\"",
                14,
                7,
                List.of(Kind.EPISODE),
                List.of(),
                List.of(ITEM),
                List.of(),
                List.of(),
                MORNING,
                List.of(new FeedState.Difference(ITEM, List.of("title", "enclosure"))),
                new FeedState.Live(
                        "https://harbour.example/podcast.rss", "7 of 7 guids equal, 1 title differs", "5e1f", true, 3));
    }

    static AnnouncementState announcementRecorded() {
        return new AnnouncementState(
                SITE,
                INCARNATION,
                ITEM,
                "town-square",
                "mastodon",
                "new",
                3,
                AnnouncementState.Status.SENT,
                1,
                1,
                "b0a1c2d3",
                MORNING,
                null,
                "New episode: Fog over the breakwater https://harbour.example/episode/fog/",
                "1099",
                "https://social.example/@harbour/1099",
                null,
                MORNING,
                MORNING);
    }

    static DiscussionState discussionsRecorded() {
        return new DiscussionState(
                SITE,
                INCARNATION,
                ITEM,
                1,
                List.of(new DiscussionState.DiscussionThread(
                        "reddit",
                        "https://www.reddit.com/r/harbours/comments/abc123/fog/",
                        true,
                        DiscussionState.Origin.GIVEN,
                        null,
                        12,
                        3,
                        MORNING)),
                MORNING);
    }

    static DiscussionState discussionsProposed() {
        return new DiscussionState(
                SITE,
                INCARNATION,
                ITEM,
                2,
                List.of(new DiscussionState.DiscussionThread(
                        "hackernews",
                        "https://news.ycombinator.com/item?id=4100",
                        true,
                        DiscussionState.Origin.FOUND,
                        "Fog over the harbour",
                        70,
                        31,
                        MORNING,
                        "backfill-2026-03-02")),
                MORNING,
                List.of("https://news.ycombinator.com/item?id=4099"));
    }

    static DiscussionState discussionsBounded() {
        return new DiscussionState(
                SITE,
                INCARNATION,
                ITEM,
                3,
                List.of(new DiscussionState.DiscussionThread(
                        "lemmy",
                        "https://lemmy.example/post/77",
                        true,
                        DiscussionState.Origin.FOUND,
                        "Fog over the harbour",
                        70,
                        31,
                        MORNING)),
                MORNING,
                List.of("https://lemmy.example/post/78"),
                Map.of(
                        "https://lemmy.example/post/77", "https://forum.example/m/harbours/t/5",
                        "https://lemmy.example/post/78", "https://forum.example/m/harbours/t/6"),
                412);
    }

    private static SiteDefinition definition() {
        return definition(
                List.of(new FeedDefinition(
                        "podcast",
                        List.of(Kind.EPISODE),
                        URI.create("https://harbour.example/podcast.rss"),
                        null,
                        300)),
                List.of(),
                null,
                null,
                null);
    }

    private static SiteDefinition definition(
            List<FeedDefinition> feeds,
            List<String> categories,
            @Nullable PodcastDefinition podcast,
            @Nullable URI hub,
            @Nullable DiscussionDefinition discussions) {
        return new SiteDefinition(
                "https://forge.example/harbour/radio.git",
                "main",
                "Harbour Radio",
                URI.create("https://harbour.example"),
                "Voices from the quay",
                "Conversations with people who live by the sea.",
                "en",
                "Ines Duarte",
                "crew@harbour.example",
                new SiteDefinition.Owner("Ines Duarte", "ines@harbour.example"),
                URI.create("https://harbour.example/cover.jpg"),
                "Society & Culture",
                false,
                "CC BY 4.0",
                "Europe/Lisbon",
                feeds,
                true,
                true,
                Map.of("reddit", "reddit"),
                categories,
                podcast,
                hub,
                hub != null,
                hub == null ? null : URI.create("https://harbour.example/feeds/"),
                discussions);
    }

    private static ContentSnapshot content(long revision, ContentSnapshot.Status status, String title) {
        return content(revision, status, title, null);
    }

    private static ContentSnapshot content(
            long revision, ContentSnapshot.Status status, String title, @Nullable String collection) {
        ObjectNode frontMatter = JsonNodeFactory.instance.objectNode();
        frontMatter.put("title", title);
        return new ContentSnapshot(
                SITE,
                INCARNATION,
                ITEM,
                revision,
                12 + revision,
                new Batch("8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b", 0, 1),
                status,
                Cause.CONTENT,
                Kind.EPISODE,
                "harbour-radio/episode/fog",
                "https://harbour.example/episode/fog/",
                List.of("https://harbour.example/episode/mist/"),
                "_episodes/2026-03-02-fog.md",
                "8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b",
                "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c",
                title,
                Instant.parse("2026-03-02T06:00:00Z"),
                MORNING,
                false,
                List.of("Ines Duarte"),
                List.of("weather", "harbour"),
                "en",
                "<p>What the pilots do when nobody sees the pier.</p>",
                "Pilots and fog.",
                "<p>What the pilots do when nobody sees the pier.</p>",
                null,
                new Enclosure("https://audio.example/fog.mp3", 21_400_000L, "audio/mpeg", 1_786L),
                List.of(new Chapter(90, "The foghorn", "https://harbour.example/foghorn")),
                1,
                7,
                "7b1c2d3e-0000-4000-8000-000000000001",
                Map.of("hackernews", "https://news.ycombinator.com/item?id=1"),
                List.of("reddit"),
                frontMatter,
                MORNING,
                collection);
    }
}
