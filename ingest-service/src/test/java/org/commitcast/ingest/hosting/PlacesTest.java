package org.commitcast.ingest.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.commitcast.ingest.hosting.Listing.Listed;
import org.commitcast.ingest.site.SiteStatement.PublishStatement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where in a branch documents belong, and which files of it are ours. */
class PlacesTest {
    private static final List<Listed> DOCUMENTS = List.of(
            new Listed("podcast.rss", "\"1\""),
            new Listed("podcast.atom", "\"2\""),
            new Listed("podcast/1.rss", "\"3\""));

    private static PublishStatement publish(String folder, @Nullable String url) {
        return new PublishStatement(null, null, folder, url == null ? null : URI.create(url), null, null, null);
    }

    private static List<FeedDefinition> podcastAt(String publicUrl) {
        return List.of(new FeedDefinition("podcast", List.of(Kind.EPISODE), URI.create(publicUrl), null, null));
    }

    @Test
    void putsDocumentsIntoTheFolderUnderTheirOwnNames() {
        assertThat(Places.of(publish("static/feeds", null), List.of(), DOCUMENTS))
                .containsOnlyKeys(
                        "static/feeds/podcast.rss", "static/feeds/podcast.atom", "static/feeds/podcast/1.rss");
        assertThat(Places.of(publish("", null), List.of(), DOCUMENTS))
                .containsOnlyKeys("podcast.rss", "podcast.atom", "podcast/1.rss");
    }

    @Test
    void putsTheRssWhereTheFeedsOwnAddressLeads() {
        var publish = publish("public", "https://show.example/");

        assertThat(Places.of(publish, podcastAt("https://show.example/feed.xml"), DOCUMENTS))
                .containsOnlyKeys("public/feed.xml", "public/podcast.atom", "public/podcast/1.rss");
        assertThat(Places.of(publish, podcastAt("https://feeds.example/show"), DOCUMENTS))
                .containsKey("public/podcast.rss");
        assertThat(Places.of(publish, podcastAt("https://show.example/a/../../b.xml"), DOCUMENTS))
                .containsKey("public/podcast.rss");
    }

    @Test
    void knowsWhereFeedsAreThatSomebodyElseMakes() {
        var publish = publish("public", "https://show.example/");
        FeedDefinition podcast = podcastAt("https://show.example/feed.xml").get(0);

        assertThat(Places.ofOthers(publish, List.of(podcast))).isEmpty();
        assertThat(Places.ofOthers(publish, List.of(podcast.madeElsewhere()))).containsExactly("public/feed.xml");
    }

    @Test
    void readsItsListAsItWritesIt() {
        var manifest = Manifest.of("show", List.of("feeds/podcast.rss", "feeds/blog.rss"));

        assertThat(Manifest.read("show", manifest.bytes())).isEqualTo(manifest);
        assertThat(Manifest.path("show")).isEqualTo(".commitcast/show.txt");
    }
}
