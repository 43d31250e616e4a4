package org.commitcast.feedrendering.transcript;

import java.util.List;
import org.commitcast.feedrendering.json.JsonText;

/** Writes the JSON of the podcast namespace. */
final class TranscriptJson {
    private TranscriptJson() {}

    static byte[] of(List<Passage> passages) {
        return new JsonText()
                .text("version", "1.0.0")
                .array("segments", passages, (json, passage) -> json.text("speaker", passage.speaker())
                        .thousandths("startTime", passage.startMillis())
                        .thousandths("endTime", passage.endMillis())
                        .text("body", passage.text()))
                .bytes();
    }
}
