package org.commitcast.contentreading.audio;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The first and the last page of an Ogg file: how many samples a second has, and which is the last one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3533">RFC 3533 (Ogg)</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7845">RFC 7845 (Opus in Ogg)</a>
 * @see <a href="https://xiph.org/vorbis/doc/Vorbis_I_spec.html">Vorbis I, 4.2.2</a>
 */
final class OggDuration {

    private static final int OPUS_RATE = 48_000;
    private static final int LARGEST_PAGE = 65_307;

    private OggDuration() {}

    static Optional<Duration> of(Blocks file) throws IOException {
        var first = file.at(0, 512);
        var packet = 27 + first.one(26);
        var rate = 0L;
        var skipped = 0L;
        if (first.is(packet, "\u0001vorbis")) {
            rate = first.little(packet + 12, 4);
        } else if (first.is(packet, "OpusHead")) {
            rate = OPUS_RATE;
            skipped = first.little(packet + 10, 2);
        }
        var samples = lastSample(file, first.little(14, 4));
        return rate == 0 ? Optional.empty() : AudioDuration.seconds((double) (samples - skipped) / rate);
    }

    private static long lastSample(Blocks file, long serial) throws IOException {
        var from = Math.max(0, file.length() - LARGEST_PAGE);
        var tail = file.at(from, LARGEST_PAGE);
        for (var at = tail.size() - 27; at >= 0; at--) {
            if (tail.is(at, "OggS") && tail.little(at + 14, 4) == serial && tail.little(at + 6, 8) >= 0) {
                return tail.little(at + 6, 8);
            }
        }
        return 0;
    }
}
