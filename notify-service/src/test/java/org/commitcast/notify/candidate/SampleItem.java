package org.commitcast.notify.candidate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.Batch;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Kind;

/** A post that is out since {@link #OUT}. */
final class SampleItem {
    static final Instant OUT = Instant.parse("2026-03-02T06:00:00Z");
    static final String PAGE = "https://lathe.example/chisels/";

    private SampleItem() {}

    static ContentSnapshot post() {
        return post(OUT, OUT);
    }

    static ContentSnapshot post(Instant date, Instant firstPublishedAt) {
        return new ContentSnapshot(
                "lathe",
                "i",
                "c7",
                1,
                1,
                new Batch("c1", 0, 1),
                ContentSnapshot.Status.PUBLISHED,
                Cause.CONTENT,
                Kind.POST,
                "lathe-7",
                PAGE,
                List.of(),
                "_posts/7.md",
                "c1",
                "b1",
                "Sharpening chisels",
                date,
                firstPublishedAt,
                false,
                List.of("Ann"),
                List.of(),
                "en",
                null,
                null,
                "",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                Map.of(),
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                date,
                null);
    }
}
