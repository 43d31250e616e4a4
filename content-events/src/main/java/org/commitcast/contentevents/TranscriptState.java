package org.commitcast.contentevents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transcript; its episode's snapshot refers to it by {@code contentId}.
 *
 * @param path in the repository
 * @param withdrawn whether the file is gone; the cues are then empty
 */
public record TranscriptState(
        String site,
        String incarnation,
        String contentId,
        long revision,
        String path,
        boolean withdrawn,
        @Nullable String language,
        List<Cue> cues,
        Instant occurredAt)
        implements Event {

    public TranscriptState {
        cues = cues == null ? List.of() : List.copyOf(cues);
    }

    @Override
    public Topic topic() {
        return Topic.TRANSCRIPTS;
    }

    @Override
    public String type() {
        return "org.commitcast.transcript.recorded.v1";
    }

    @Override
    public String key() {
        return contentId;
    }

    @Override
    public void deliverTo(EventHandler handler) {
        handler.transcriptChanged(this);
    }
}
