package org.commitcast.contentreading.audio;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * An MP3 file: the count of frames that its first frame tells (Xing, Info, VBRI); else its size, where all frames are
 * alike; else what its tag says.
 *
 * @see <a href="http://gabriel.mp3-tech.org/mp3infotag.html">Xing and LAME tag</a>
 * @see <a href="https://www.iis.fraunhofer.de/en/ff/amm/dl/whitepapers.html">VBRI, by Fraunhofer</a>
 */
final class Mp3Duration {

    private static final int SEARCHED = 16 * 1024;
    private static final int COMPARED = 20;
    private static final int OLD_TAG = 128;

    private Mp3Duration() {}

    static Optional<Duration> of(Blocks file) throws IOException {
        var tags = Id3Tags.of(file);
        var bytes = file.at(tags.end(), SEARCHED);
        for (var at = 0; at < bytes.size() - 4; at++) {
            var frame = Mp3Frame.at(bytes, at);
            if (frame.isPresent() && continues(bytes, at, frame.get(), tags.end() + bytes.size() >= file.length())) {
                var told = frames(bytes, at, frame.get());
                if (told > 0) {
                    return AudioDuration.seconds(
                            (double) told * frame.get().samples() / frame.get().sampleRate());
                }
                return constant(bytes, at, frame.get()) ? bySize(file, tags.end() + at, frame.get()) : tags.duration();
            }
        }
        return tags.duration();
    }

    /** Noise looks like a header now and then, but not twice in the right distance. */
    private static boolean continues(Bytes bytes, int at, Mp3Frame frame, boolean whole) {
        var next = at + frame.length();
        return Mp3Frame.at(bytes, next).isPresent() || (whole && next == bytes.size());
    }

    private static long frames(Bytes bytes, int at, Mp3Frame frame) {
        var xing = at + 4 + frame.sideInformation();
        if ((bytes.is(xing, "Xing") || bytes.is(xing, "Info")) && (bytes.big(xing + 4, 4) & 1) == 1) {
            return bytes.big(xing + 8, 4);
        }
        var vbri = at + 36;
        return bytes.is(vbri, "VBRI") ? bytes.big(vbri + 14, 4) : 0;
    }

    private static boolean constant(Bytes bytes, int first, Mp3Frame frame) {
        var at = first;
        for (var i = 0; i < COMPARED && at < bytes.size(); i++) {
            var next = Mp3Frame.at(bytes, at);
            if (next.isPresent() && next.get().bitsPerSecond() != frame.bitsPerSecond()) {
                return false;
            }
            at += next.map(Mp3Frame::length).orElse(bytes.size());
        }
        return true;
    }

    private static Optional<Duration> bySize(Blocks file, long start, Mp3Frame frame) throws IOException {
        var tagged = file.length() - start > OLD_TAG
                && file.at(file.length() - OLD_TAG, 3).is(0, "TAG");
        var size = file.length() - start - (tagged ? OLD_TAG : 0);
        return AudioDuration.seconds(size * 8.0 / frame.bitsPerSecond());
    }
}
