package org.commitcast.contentreading.audio;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The movie header of an MP4 file, wherever in the file it lies.
 *
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12, 8.2.2 (mvhd)</a>
 */
final class Mp4Duration {

    private static final int MOST_BOXES = 200;

    private Mp4Duration() {}

    static Optional<Duration> of(Blocks file) throws IOException {
        var movie = find(file, "moov", 0, file.length());
        if (movie.isEmpty()) {
            return Optional.empty();
        }
        var header = find(file, "mvhd", movie.get().from(), movie.get().to());
        return header.isEmpty() ? Optional.empty() : read(file.at(header.get().from(), 32));
    }

    private static Optional<Duration> read(Bytes header) {
        var wide = header.one(0) == 1;
        var scale = header.big(wide ? 20 : 12, 4);
        var duration = wide ? header.big(24, 8) : header.big(16, 4);
        return scale == 0 ? Optional.empty() : AudioDuration.seconds((double) duration / scale);
    }

    private static Optional<Box> find(Blocks file, String name, long from, long to) throws IOException {
        var at = from;
        for (var i = 0; i < MOST_BOXES && at + 8 <= to; i++) {
            var head = file.at(at, 16);
            var size = head.big(0, 4);
            var header = size == 1 ? 16 : 8;
            var end = size == 0 ? to : at + (size == 1 ? head.big(8, 8) : size);
            if (end < at + header || end > to) {
                return Optional.empty();
            }
            if (head.is(4, name)) {
                return Optional.of(new Box(at + header, end));
            }
            at = end;
        }
        return Optional.empty();
    }

    private record Box(long from, long to) {}
}
