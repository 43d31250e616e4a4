package org.commitcast.notify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commitcast.contentevents.Batch;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.ContentSnapshot.Status;
import org.commitcast.contentevents.DiscussionDefinition;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.SiteState;
import org.jspecify.annotations.Nullable;

/** A show of its own for each test: a site with a podcast, as ingest and feed would tell of it. */
final class SampleShow {
    final String site;
    final String incarnation = UUID.randomUUID().toString();
    private final boolean gateFeed;
    private final boolean gatePage;
    private Map<String, String> submit = Map.of();
    private long sequence;

    SampleShow(boolean gateFeed, boolean gatePage) {
        this("lathe-" + UUID.randomUUID(), gateFeed, gatePage);
    }

    /** The same show, whose maintainers are asked to submit, by platform. */
    SampleShow submitting(Map<String, String> communities) {
        submit = communities;
        return this;
    }

    private SampleShow(String site, boolean gateFeed, boolean gatePage) {
        this.site = site;
        this.gateFeed = gateFeed;
        this.gatePage = gatePage;
    }

    static SampleShow ungated() {
        return new SampleShow(false, false);
    }

    /** The site under its name, after it was removed and registered again. */
    SampleShow nextLife() {
        return new SampleShow(site, gateFeed, gatePage);
    }

    SiteState defined() {
        return defined(submit.isEmpty() ? null : new DiscussionDefinition(Map.of(), submit));
    }

    /** With what it says of discussions. */
    SiteState defined(@Nullable DiscussionDefinition discussions) {
        return state(1, SiteState.Lifecycle.IMPORTED, now(), discussions);
    }

    /** In a later life of the site, by a clock that was set back meanwhile. */
    SiteState definedAgain() {
        return state(10, SiteState.Lifecycle.IMPORTED, now().minus(Duration.ofHours(1)));
    }

    SiteState removed() {
        return state(9, SiteState.Lifecycle.REMOVED, now());
    }

    private SiteState state(long revision, SiteState.Lifecycle lifecycle, Instant at) {
        return state(revision, lifecycle, at, null);
    }

    private SiteState state(
            long revision, SiteState.Lifecycle lifecycle, Instant at, @Nullable DiscussionDefinition discussions) {
        SiteDefinition definition = new SiteDefinition(
                "https://forge.example/lathe.git",
                "main",
                "Lathe Talk",
                URI.create("https://lathe.example"),
                null,
                null,
                "en",
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                "UTC",
                List.of(new FeedDefinition("podcast", List.of(Kind.EPISODE), null, null, null)),
                gateFeed,
                gatePage,
                Map.of("reddit", "reddit"),
                List.of(),
                null,
                null,
                false,
                null,
                discussions);
        return new SiteState(
                site, incarnation, revision, lifecycle, definition, new SiteState.Import("c0", 0, 0), null, at);
    }

    /** A new episode. */
    ContentSnapshot episode(String title) {
        return episode(title, "https://lathe.example/" + UUID.randomUUID() + "/");
    }

    ContentSnapshot episode(String title, String url) {
        return item(UUID.randomUUID().toString(), 1, Status.PUBLISHED, title, url, false, Map.of(), now());
    }

    ContentSnapshot baseline(String title) {
        String id = UUID.randomUUID().toString();
        return item(id, 1, Status.PUBLISHED, title, "https://lathe.example/" + id + "/", true, Map.of(), now());
    }

    /** An episode of the show's history. */
    ContentSnapshot baselineOf(String title, Instant date) {
        String id = UUID.randomUUID().toString();
        return item(id, 1, Status.PUBLISHED, title, "https://lathe.example/" + id + "/", true, Map.of(), date);
    }

    ContentSnapshot withdrawn(ContentSnapshot of) {
        return item(
                of.contentId(),
                of.revision() + 1,
                Status.WITHDRAWN,
                of.title(),
                of.url(),
                of.baseline(),
                of.links(),
                of.firstPublishedAt());
    }

    ContentSnapshot putBack(ContentSnapshot of) {
        return item(
                of.contentId(),
                of.revision() + 1,
                Status.PUBLISHED,
                of.title(),
                of.url(),
                of.baseline(),
                of.links(),
                of.firstPublishedAt());
    }

    ContentSnapshot moved(ContentSnapshot of, String url) {
        return item(
                of.contentId(),
                of.revision() + 1,
                of.status(),
                of.title(),
                url,
                of.baseline(),
                of.links(),
                of.firstPublishedAt());
    }

    ContentSnapshot retitled(ContentSnapshot of, String title) {
        return item(
                of.contentId(),
                of.revision() + 1,
                of.status(),
                title,
                of.url(),
                of.baseline(),
                of.links(),
                of.firstPublishedAt());
    }

    ContentSnapshot linked(ContentSnapshot of, Map<String, String> links) {
        return item(
                of.contentId(),
                of.revision() + 1,
                of.status(),
                of.title(),
                of.url(),
                of.baseline(),
                links,
                of.firstPublishedAt());
    }

    FeedState feedThrough(long revision, long through) {
        return new FeedState(
                site,
                incarnation,
                "podcast",
                revision,
                "http://feeds.example/podcast.rss",
                "https://lathe.example/podcast.rss",
                "\"e\"",
                through,
                1,
                List.of(Kind.EPISODE),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                now(),
                List.of());
    }

    private ContentSnapshot item(
            String id,
            long revision,
            Status status,
            String title,
            String url,
            boolean baseline,
            Map<String, String> links,
            Instant firstPublishedAt) {
        return new ContentSnapshot(
                site,
                incarnation,
                id,
                revision,
                ++sequence,
                new Batch("c1", 0, 1),
                status,
                Cause.CONTENT,
                Kind.EPISODE,
                "guid-" + id,
                url,
                List.of("https://lathe.example/old/" + id),
                "_episodes/" + id + ".md",
                "c1",
                "b1",
                title,
                firstPublishedAt,
                firstPublishedAt,
                baseline,
                List.of("Ann"),
                List.of("wood turning"),
                "en",
                "<p>Ann shows how she keeps an edge.</p>",
                null,
                "<p>Notes</p>",
                null,
                new Enclosure("https://audio.example/" + id + ".mp3", 1L, "audio/mpeg", 60L),
                List.of(),
                null,
                null,
                null,
                links,
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                now(),
                null);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
