package org.commitcast.contentreading.audio;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The ID3v2 tags before the sound.
 *
 * @see <a href="https://id3.org/id3v2.4.0-structure">ID3v2.4 structure</a>
 * @see <a href="https://id3.org/id3v2.4.0-frames">TLEN: the length in milliseconds</a>
 * @param end where the sound begins
 * @param duration as they say it
 */
record Id3Tags(long end, Optional<Duration> duration) {

    private static final int MOST_TAGS = 4;
    private static final int SEARCHED = 64 * 1024;
    private static final int FOOTER = 0x10;
    private static final int SCRAMBLED = 0xC0;

    static Id3Tags of(Blocks file) throws IOException {
        var at = 0L;
        var duration = Optional.<Duration>empty();
        for (var i = 0; i < MOST_TAGS; i++) {
            var head = file.at(at, 10);
            if (!head.is(0, "ID3")) {
                break;
            }
            var size = head.syncSafe(6);
            if (duration.isEmpty() && (head.one(5) & SCRAMBLED) == 0 && head.one(3) >= 3) {
                duration = length(file.at(at + 10, (int) Math.min(size, SEARCHED)), head.one(3) >= 4);
            }
            at += 10 + size + ((head.one(5) & FOOTER) == 0 ? 0 : 10);
        }
        return new Id3Tags(at, duration);
    }

    private static Optional<Duration> length(Bytes tag, boolean syncSafe) {
        for (var at = 0; at + 11 < tag.size() && tag.one(at) != 0; ) {
            var size = syncSafe ? tag.syncSafe(at + 4) : tag.big(at + 4, 4);
            if (tag.is(at, "TLEN") && size > 1 && size < 40) {
                var digits = tag.text(at + 11, (int) size - 1).replaceAll("[^0-9]", "");
                return digits.isEmpty() || digits.length() > 12
                        ? Optional.empty()
                        : AudioDuration.seconds(Long.parseLong(digits) / 1000.0);
            }
            at = (int) Math.min(tag.size(), at + 10 + size);
        }
        return Optional.empty();
    }
}
