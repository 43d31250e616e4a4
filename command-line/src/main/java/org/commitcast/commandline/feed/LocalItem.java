package org.commitcast.commandline.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.commitcast.contentevents.Batch;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.ContentSnapshot.Status;
import org.commitcast.contentreading.document.Document;

/** An item that nobody has published: what its document says, known by its path. */
final class LocalItem {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LocalItem() {}

    static ContentSnapshot of(String site, Document document, String guid, Instant now) {
        var about = document.about();
        var media = document.media();
        return new ContentSnapshot(
                site,
                "",
                document.path(),
                1,
                1,
                new Batch("", 0, 1),
                Status.PUBLISHED,
                Cause.CONTENT,
                document.kind(),
                guid,
                document.address().url(),
                document.address().aliases(),
                document.path(),
                "",
                "",
                about.title(),
                document.release().date(),
                now,
                true,
                about.authors(),
                about.tags(),
                about.language(),
                about.summary(),
                about.description(),
                document.html(),
                about.image(),
                media.enclosure(),
                media.chapters(),
                media.season(),
                media.episode(),
                null,
                document.discussions().links(),
                document.discussions().pending(),
                JSON.convertValue(document.frontMatter().asJson(), JsonNode.class),
                now,
                document.collection().isEmpty() ? null : document.collection());
    }
}
