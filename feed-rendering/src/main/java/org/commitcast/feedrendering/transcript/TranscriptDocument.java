package org.commitcast.feedrendering.transcript;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commitcast.contentevents.TranscriptState;

/**
 * A transcript in the forms that players, pages and people read.
 *
 * @see <a href="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md">
 *     transcripts of podcasts</a>
 */
public final class TranscriptDocument {
    private TranscriptDocument() {}

    /** The document, UTF-8. The same transcript always gives the same bytes. */
    public static byte[] of(TranscriptState transcript, TranscriptForm form) {
        List<Passage> passages = Passage.of(transcript);
        return switch (form) {
            case VTT -> bytes(Subtitles.webVtt(passages));
            case SRT -> bytes(Subtitles.subRip(passages));
            case JSON -> TranscriptJson.of(passages);
            case HTML -> bytes(TranscriptPage.of(passages, transcript.language()));
            case TXT -> bytes(TranscriptText.of(passages));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
