package org.commitcast.feedrendering.transcript;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the words alone, a paragraph for each turn of a speaker. */
final class TranscriptText {
    private TranscriptText() {}

    static String of(List<Passage> passages) {
        StringBuilder text = new StringBuilder();
        @Nullable String last = null;
        for (Passage passage : passages) {
            boolean turn = !Objects.equals(last, passage.speaker());
            if (turn && text.length() > 0) {
                text.append('\n');
            }
            if (turn && passage.speaker() != null) {
                text.append(passage.speaker()).append(": ");
            }
            text.append(passage.text()).append('\n');
            last = passage.speaker();
        }
        return text.toString();
    }
}
