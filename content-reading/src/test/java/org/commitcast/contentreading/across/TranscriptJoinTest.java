package org.commitcast.contentreading.across;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.contentreading.across.TranscriptJoin.Episode;
import org.commitcast.contentreading.transcript.TranscriptKey;
import org.junit.jupiter.api.Test;

class TranscriptJoinTest {

    private static final List<Episode> EPISODES = List.of(
            new Episode("_episodes/2020-01-01-trains.md", null),
            new Episode("_episodes/2020-02-01-ships.md", 12),
            new Episode("_episodes/013-planes.md", null));

    private static Map<String, TranscriptKey> keys(String... paths) {
        var keys = new HashMap<String, TranscriptKey>();
        Arrays.stream(paths).forEach(path -> keys.put(path, TranscriptKey.of(path, null)));
        return keys;
    }

    @Test
    void joinsByTheKeyThatTheTranscriptStates() {
        for (var said : List.of(
                "_episodes/2020-01-01-trains.md", "/_episodes/2020-01-01-trains", "2020-01-01-trains.md", "trains")) {
            var join = new TranscriptJoin(Map.of("t", TranscriptKey.of("transcripts/012-x.md", said)), EPISODES);

            assertThat(join.of("_episodes/2020-01-01-trains.md")).as(said).isEqualTo("t");
            assertThat(join.of("_episodes/2020-02-01-ships.md")).as(said).isNull();
        }
        assertThat(new TranscriptJoin(Map.of("t", TranscriptKey.of("transcripts/x.md", "#12")), EPISODES)
                        .of("_episodes/2020-02-01-ships.md"))
                .isEqualTo("t");
    }

    @Test
    void doesNotJoinByNameWhatNamesAnEpisodeThatIsNotThere() {
        var join = new TranscriptJoin(
                Map.of("t", TranscriptKey.of("transcripts/trains.md", "_episodes/gone.md")), EPISODES);

        assertThat(join.of("_episodes/2020-01-01-trains.md")).isNull();
        assertThat(join.alone()).containsExactly("t");
    }

    @Test
    void joinsByNameAndByNumber() {
        var join = new TranscriptJoin(
                keys("transcripts/trains.vtt", "transcripts/12.txt", "transcripts/ep-13_text.srt"), EPISODES);

        assertThat(join.of("_episodes/2020-01-01-trains.md")).isEqualTo("transcripts/trains.vtt");
        assertThat(join.of("_episodes/2020-02-01-ships.md")).isEqualTo("transcripts/12.txt");
        assertThat(join.of("_episodes/013-planes.md")).isEqualTo("transcripts/ep-13_text.srt");
    }

    @Test
    void prefersTheNameToTheNumberAndTheMoreExactTimes() {
        var join = new TranscriptJoin(
                keys("transcripts/013-planes.txt", "transcripts/13.vtt", "a/trains.txt", "a/trains.vtt"), EPISODES);

        assertThat(join.of("_episodes/013-planes.md")).isEqualTo("transcripts/013-planes.txt");
        assertThat(join.of("_episodes/2020-01-01-trains.md")).isEqualTo("a/trains.vtt");
    }

    @Test
    void joinsNeitherOfTwoThatAreEquallyGood() {
        var join = new TranscriptJoin(keys("a/trains.txt", "b/trains.txt"), EPISODES);

        assertThat(join.of("_episodes/2020-01-01-trains.md")).isNull();
        assertThat(join.alone()).containsExactly("a/trains.txt", "b/trains.txt");
    }

    @Test
    void findsTheSameWhicheverCameFirst() {
        var keys = keys("transcripts/trains.vtt", "transcripts/12.txt");
        var backwards = new ArrayList<>(EPISODES);
        Collections.reverse(backwards);

        for (var episode : EPISODES) {
            assertThat(new TranscriptJoin(keys, backwards).of(episode.path()))
                    .isEqualTo(new TranscriptJoin(keys, EPISODES).of(episode.path()));
        }
        assertThat(new TranscriptJoin(keys, List.of()).alone()).hasSize(2);
        assertThat(new TranscriptJoin(Map.of(), EPISODES).of(EPISODES.get(0).path()))
                .isNull();
    }
}
