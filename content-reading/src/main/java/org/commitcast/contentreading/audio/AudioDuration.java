package org.commitcast.contentreading.audio;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** How long an audio file plays: MP3, MP4 (M4A, M4B, MP4 video) and Ogg (Vorbis, Opus). */
public final class AudioDuration {

    private AudioDuration() {}

    /**
     * The duration; empty where the file is of another format, or does not say it.
     *
     * @throws IOException where the file cannot be read, or too much of it would have to be
     */
    public static Optional<Duration> of(AudioBytes file) throws IOException {
        var blocks = new Blocks(file);
        var head = blocks.at(0, 12);
        if (head.is(4, "ftyp")) {
            return Mp4Duration.of(blocks);
        }
        return head.is(0, "OggS") ? OggDuration.of(blocks) : Mp3Duration.of(blocks);
    }

    static Optional<Duration> seconds(double seconds) {
        // Whatever says more than a week is damaged.
        return seconds > 0 && seconds < 7 * 86_400
                ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
                : Optional.empty();
    }
}
