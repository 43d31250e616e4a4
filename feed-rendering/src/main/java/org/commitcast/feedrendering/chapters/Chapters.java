package org.commitcast.feedrendering.chapters;

import java.util.Comparator;
import java.util.List;
import org.commitcast.contentevents.Chapter;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.feedrendering.json.JsonText;

/**
 * An episode's chapters as a document.
 *
 * @see <a href="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md">
 *     JSON chapters 1.2</a>
 */
public final class Chapters {
    /** As HTTP and feeds name the document. */
    public static final String CONTENT_TYPE = "application/json+chapters";

    private Chapters() {}

    /** The document, UTF-8; with no chapters in it where the episode has none. */
    public static byte[] of(ContentSnapshot episode) {
        return new JsonText()
                .text("version", "1.2.0")
                .text("title", episode.title())
                .array("chapters", inOrder(episode.chapters()), (json, chapter) -> json.number(
                                "startTime", chapter.startSeconds())
                        .text("title", chapter.title())
                        .text("url", chapter.link()))
                .bytes();
    }

    static List<Chapter> inOrder(List<Chapter> chapters) {
        return chapters.size() < 2
                ? chapters
                : chapters.stream()
                        .sorted(Comparator.comparingLong(Chapter::startSeconds))
                        .toList();
    }
}
