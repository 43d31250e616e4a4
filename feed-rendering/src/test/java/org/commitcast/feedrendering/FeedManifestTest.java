package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commitcast.feedrendering.Samples.episode;

import java.util.List;
import org.commitcast.contentevents.ContentSnapshot;
import org.junit.jupiter.api.Test;

class FeedManifestTest {
    @Test
    void tellsWhatCameChangedAndWent() {
        FeedManifest before = manifest(
                episode("same").snapshot(),
                episode("edited").snapshot(),
                episode("gone").snapshot());
        FeedManifest after = manifest(
                episode("same").snapshot(),
                episode("edited").title("Tides, corrected").snapshot(),
                episode("fresh").snapshot());

        FeedChanges changes = before.changesTo(after);

        assertThat(changes.added()).containsExactly("fresh");
        assertThat(changes.changed()).containsExactly("edited");
        assertThat(changes.removed()).containsExactly("gone");
    }

    @Test
    void readsBackWhatItWrote() {
        FeedManifest manifest =
                manifest(episode("one").snapshot(), episode("two").snapshot());

        assertThat(FeedManifest.parse(manifest.toString())).isEqualTo(manifest);
        assertThat(FeedManifest.parse("")).isEqualTo(FeedManifest.EMPTY);
    }

    @Test
    void joinsWhatSeveralDocumentsList() {
        FeedManifest both = FeedManifest.join(List.of(
                manifest(episode("one").snapshot()),
                manifest(episode("two").snapshot(), episode("one").snapshot())));

        assertThat(both.digests().keySet()).containsExactly("one", "two");
    }

    private static FeedManifest manifest(ContentSnapshot... snapshots) {
        return Rendering.of(Samples.podcast(), snapshots).feed().manifest();
    }
}
