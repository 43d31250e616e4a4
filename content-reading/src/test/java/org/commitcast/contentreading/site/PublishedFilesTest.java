package org.commitcast.contentreading.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files of a repository are Commitcast's own, and so no content. */
class PublishedFilesTest {
    private static final String ITEM = "items/6a1f0c9e-0c1c-4b64-9a59-0d7f3a1b2c3d/";

    private final PublishedFiles inFolder =
            PublishedFiles.in("static/feeds", List.of("podcast", "sea"), List.of("show.xml"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static/feeds/podcast.rss",
                "static/feeds/sea.atom",
                "static/feeds/podcast.json",
                "static/feeds/podcast/12.rss",
                "static/feeds/show.xml",
                "static/feeds/" + ITEM + "chapters.json",
                "static/feeds/" + ITEM + "transcript.vtt"
            })
    void holdsWhatIsWrittenThere(String path) {
        assertThat(inFolder.holds(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "podcast.rss",
                "static/feeds/other.rss",
                "static/feeds/podcast.md",
                "static/feeds/podcast/12.md",
                "static/feedspodcast.rss",
                "static/feeds/items/12/transcript.vtt",
                "_episodes/" + ITEM + "notes.md",
                "items/6a1f0c9e/transcript.vtt"
            })
    void leavesTheRestToContent(String path) {
        assertThat(inFolder.holds(path)).isFalse();
    }

    @Test
    void knowsWhatBelongsToItemsWhereverAndWhoeverSaidSo() {
        assertThat(PublishedFiles.NONE.holds("docs/" + ITEM + "transcript.srt")).isTrue();
        assertThat(PublishedFiles.NONE.holds("podcast.rss")).isFalse();
    }

    @Test
    void holdsFilesOfTheWholeBranchWhereThereIsNoFolder() {
        var root = PublishedFiles.in("", List.of("podcast"), List.of());

        assertThat(root.holds("podcast.rss")).isTrue();
        assertThat(root.holds("blog.rss")).isFalse();
        assertThat(root.holds("package.json")).isFalse();
    }
}
