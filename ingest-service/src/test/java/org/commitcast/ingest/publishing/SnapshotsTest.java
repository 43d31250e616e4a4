package org.commitcast.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.ingest.storage.StoredJson;
import org.junit.jupiter.api.Test;

class SnapshotsTest {
    private static final List<String> KEYS = List.of("mastodon");
    private static final String BEFORE =
            """
            {"site": "garden", "contentId": "c1", "status": "PUBLISHED", "path": "_posts/2024-03-01-gate.md",
             "url": "https://garden.example/gate/", "blob": "1111", "title": "The gate", "html": "<p>It creaks.</p>",
             "frontMatter": {"title": "The gate"}}
            """;
    private static final String NOW = BEFORE.replace(
            "\"title\": \"The gate\", \"html\"", "\"collection\": \"posts\", \"title\": \"The gate\", \"html\"");

    private static ContentSnapshot snapshot(String json) {
        return StoredJson.read(json, ContentSnapshot.class);
    }

    private static String discussed(String json) {
        return json.replace("1111", "2222")
                .replace(
                        "\"title\": \"The gate\"}",
                        "\"title\": \"The gate\", \"mastodon\": \"https://social.example/1\"}");
    }

    @Test
    void takesALinkForNothingElseThoughTheStoredStateIsOfEarlierSoftware() {
        assertThat(Snapshots.sameButDiscussion(snapshot(discussed(NOW)), snapshot(BEFORE), KEYS))
                .isTrue();
        assertThat(Snapshots.sameButDiscussion(snapshot(discussed(NOW)), snapshot(NOW), KEYS))
                .isTrue();
    }

    @Test
    void seesAnotherCollectionAndAnotherTextBesideALink() {
        String moved = discussed(NOW).replace("\"posts\"", "\"essays\"");
        String rewritten = discussed(NOW).replace("creaks", "sings");

        assertThat(Snapshots.sameButDiscussion(snapshot(moved), snapshot(NOW), KEYS))
                .isFalse();
        assertThat(Snapshots.sameButDiscussion(snapshot(rewritten), snapshot(BEFORE), KEYS))
                .isFalse();
    }

    @Test
    void tellsWhatEarlierSoftwareDidNotSayFromWhatAnybodyChanged() {
        assertThat(Snapshots.same(snapshot(NOW), snapshot(BEFORE))).isFalse();
        assertThat(Snapshots.sameButAdded(snapshot(NOW), snapshot(BEFORE))).isTrue();
        assertThat(Snapshots.sameButAdded(snapshot(BEFORE), snapshot(NOW))).isFalse();
        assertThat(Snapshots.sameButAdded(snapshot(NOW.replace("creaks", "sings")), snapshot(BEFORE)))
                .isFalse();
    }
}
