package org.commitcast.contentreading.transcript;

import java.util.List;
import org.commitcast.contentevents.Cue;
import org.jspecify.annotations.Nullable;

/**
 * A transcript as its file says it.
 *
 * @param language where the file says it
 * @param key what it says of the episode that it belongs to
 */
public record Transcript(String path, @Nullable String language, List<Cue> cues, TranscriptKey key) {

    public Transcript {
        cues = List.copyOf(cues);
    }
}
