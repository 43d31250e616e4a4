package org.commitcast.ingest.publishing;

import java.util.List;
import org.commitcast.contentevents.Cue;
import org.jspecify.annotations.Nullable;

/**
 * A transcript that came, changed or went.
 *
 * @param episodePath what it says of its episode
 * @param withdrawn whether its file is gone
 */
record TranscriptNews(
        String contentId,
        String path,
        String blob,
        @Nullable String episodePath,
        @Nullable String language,
        boolean withdrawn,
        List<Cue> cues) {}
