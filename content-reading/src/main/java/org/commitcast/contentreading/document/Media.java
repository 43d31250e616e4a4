package org.commitcast.contentreading.document;

import java.util.List;
import org.commitcast.contentevents.Chapter;
import org.commitcast.contentevents.Enclosure;
import org.jspecify.annotations.Nullable;

/**
 * What only episodes have.
 *
 * @param chapters by start
 * @param season, episode numbers, where the document says them
 */
public record Media(
        @Nullable Enclosure enclosure, List<Chapter> chapters, @Nullable Integer season, @Nullable Integer episode) {

    /** Of a document without any. */
    public static final Media NONE = new Media(null, List.of(), null, null);

    public Media {
        chapters = List.copyOf(chapters);
    }
}
