package org.commitcast.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commitcast.contentevents.Batch;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.Chapter;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Cue;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.SitePartition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.contentevents.TranscriptState;
import org.jspecify.annotations.Nullable;

/** A site as ingest-service tells of it: each test has one of its own, written for these tests. */
public final class Show {
    static final Instant NOON = Instant.parse("2025-03-04T12:00:00Z");

    final String site;
    public String incarnation = "life-1";
    private String title = "Harbour Lights";
    private Instant clock = NOON;
    private @Nullable URI publicUrl;
    private @Nullable Integer limit;
    private @Nullable URI hub;
    private @Nullable URI documentsUrl;
    private final List<FeedDefinition> others = new ArrayList<>();

    public Show() {
        this(newName());
    }

    private Show(String site) {
        this.site = site;
    }

    static Show named(String site) {
        return new Show(site);
    }

    /** A site whose records lie on the same partitions as the other's. */
    static Show onPartitionOf(String other) {
        return Stream.generate(Show::newName)
                .filter(name -> SitePartition.of(name) == SitePartition.of(other))
                .findFirst()
                .map(Show::new)
                .orElseThrow();
    }

    private static String newName() {
        return "s" + UUID.randomUUID().toString().substring(0, 13);
    }

    String podcastPath() {
        return "/feeds/" + site + "/podcast.rss";
    }

    String blogPath() {
        return "/feeds/" + site + "/blog.rss";
    }

    Show titled(String other) {
        title = other;
        return this;
    }

    /** Its podcast is read there. */
    Show readAt(String url) {
        publicUrl = URI.create(url);
        return this;
    }

    /** Its podcast lists so many episodes at most. */
    Show limitedTo(int episodes) {
        limit = episodes;
        return this;
    }

    /** Changes are told there. */
    Show toldTo(URI address) {
        hub = address;
        return this;
    }

    /** Its documents are copied to its own host, where this is their folder. */
    Show copiedTo(String folder) {
        documentsUrl = URI.create(folder);
        return this;
    }

    /** It has one more feed, in place of an earlier one of that name. */
    public Show withFeed(FeedDefinition feed) {
        others.removeIf(other -> other.name().equals(feed.name()));
        others.add(feed);
        return this;
    }

    String path(String file) {
        return "/feeds/" + site + "/" + file;
    }

    Show setBackTheClock(Duration by) {
        clock = clock.minus(by);
        return this;
    }

    public SiteState defined(long revision) {
        return state(revision, SiteState.Lifecycle.DEFINED, null);
    }

    public SiteState imported(long revision, long sequence) {
        return state(revision, SiteState.Lifecycle.IMPORTED, new SiteState.Import("c0ffee", sequence, (int) sequence));
    }

    SiteState removed(long revision) {
        return state(revision, SiteState.Lifecycle.REMOVED, null);
    }

    private SiteState state(long revision, SiteState.Lifecycle lifecycle, SiteState.@Nullable Import imported) {
        return new SiteState(
                site, incarnation, revision, lifecycle, definition(), imported, null, clock.plusSeconds(revision));
    }

    SiteDefinition definition() {
        return new SiteDefinition(
                "https://git.example/harbour.git",
                "main",
                title,
                URI.create("https://harbour.example/"),
                null,
                "Talks from the quay.",
                "en",
                "The Crew",
                null,
                null,
                null,
                "Technology",
                false,
                null,
                "UTC",
                Stream.concat(
                                Stream.of(
                                        new FeedDefinition("podcast", List.of(Kind.EPISODE), publicUrl, null, limit),
                                        new FeedDefinition("blog", List.of(Kind.POST), null, null, null)),
                                others.stream())
                        .toList(),
                true,
                true,
                Map.of(),
                List.of(),
                null,
                hub,
                false,
                documentsUrl);
    }

    Item episode(int number) {
        return new Item(site + "-" + number, Kind.EPISODE, number);
    }

    Item post(int number) {
        return new Item(site + "-" + number, Kind.POST, number);
    }

    DiscussionState discussed(int number, long revision, String url) {
        return new DiscussionState(
                site,
                incarnation,
                site + "-" + number,
                revision,
                List.of(new DiscussionState.DiscussionThread(
                        "reddit", url, true, DiscussionState.Origin.GIVEN, null, null, null, NOON)),
                NOON.plusSeconds(7200 + revision));
    }

    /** A transcript that says so. */
    TranscriptState transcript(String contentId, long revision, String... words) {
        List<Cue> cues = Arrays.stream(words)
                .map(said -> new Cue(0, 1500L, "Ada Quay", said))
                .toList();
        return new TranscriptState(
                site,
                incarnation,
                contentId,
                revision,
                "transcripts/1.txt",
                cues.isEmpty(),
                "en",
                cues,
                NOON.plusSeconds(9000 + revision));
    }

    TranscriptState transcript(String contentId, long revision) {
        return new TranscriptState(
                site, incarnation, contentId, revision, "transcripts/1.txt", false, null, List.of(), NOON);
    }

    /** A snapshot in the making. */
    final class Item {
        private final String contentId;
        private final Kind kind;
        private final int number;
        private long revision = 1;
        private long sequence;
        private Batch batch = new Batch("c0ffee", 0, 1);
        private ContentSnapshot.Status status = ContentSnapshot.Status.PUBLISHED;
        private String heading;
        private String guid;
        private int minute;
        private String text = "";
        private List<String> tags = List.of();
        private @Nullable String collection;
        private @Nullable String transcript;
        private List<Chapter> chapters = List.of();
        private String audio;

        private Item(String contentId, Kind kind, int number) {
            this.contentId = contentId;
            this.kind = kind;
            this.number = number;
            this.sequence = number;
            this.minute = number;
            this.heading = "Tide " + number;
            this.guid = "harbour/" + contentId;
            this.audio = "https://audio.example/" + number + ".mp3";
        }

        Item revision(long newRevision, long newSequence) {
            revision = newRevision;
            sequence = newSequence;
            return this;
        }

        Item inBatch(int index, int count) {
            batch = new Batch("c0ffee", index, count);
            return this;
        }

        Item withdrawn() {
            status = ContentSnapshot.Status.WITHDRAWN;
            return this;
        }

        Item tagged(String... words) {
            tags = List.of(words);
            return this;
        }

        Item in(String name) {
            collection = name;
            return this;
        }

        Item spokenIn(String contentIdOfTranscript) {
            transcript = contentIdOfTranscript;
            return this;
        }

        Item chapters(String... titles) {
            chapters = IntStream.range(0, titles.length)
                    .mapToObj(number -> new Chapter(60L * number, titles[number], null))
                    .toList();
            return this;
        }

        Item titled(String other) {
            heading = other;
            return this;
        }

        Item dated(int minutesAfterNoon) {
            minute = minutesAfterNoon;
            return this;
        }

        /** Its text is that much longer. */
        Item saying(String more) {
            text = more;
            return this;
        }

        Item heardAt(String address) {
            audio = address;
            return this;
        }

        Item guid(String other) {
            guid = other;
            return this;
        }

        ContentSnapshot snapshot() {
            String page = "https://harbour.example/" + number + "/";
            return new ContentSnapshot(
                    site,
                    incarnation,
                    contentId,
                    revision,
                    sequence,
                    batch,
                    status,
                    Cause.CONTENT,
                    kind,
                    guid,
                    page,
                    List.of(),
                    "_episodes/" + number + ".md",
                    "c0ffee",
                    "b10b",
                    heading,
                    NOON.plusSeconds(60L * minute),
                    NOON,
                    false,
                    List.of(),
                    tags,
                    null,
                    "<p>On tides.</p>",
                    null,
                    "<p>On tides, at length: " + heading + "." + text + "</p>",
                    null,
                    kind == Kind.EPISODE ? new Enclosure(audio, 1234L, "audio/mpeg", 60L) : null,
                    chapters,
                    null,
                    null,
                    transcript,
                    Map.of(),
                    List.of(),
                    JsonNodeFactory.instance.objectNode(),
                    NOON.plusSeconds(3600 + sequence),
                    collection);
        }
    }
}
