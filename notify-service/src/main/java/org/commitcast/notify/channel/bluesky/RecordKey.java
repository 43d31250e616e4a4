package org.commitcast.notify.channel.bluesky;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.CRC32;

/**
 * Where in the account's repository a post stands. We choose it, always the same for one announcement: put there twice,
 * it is there once.
 *
 * @see <a href="https://atproto.com/specs/tid">TID</a>
 */
final class RecordKey {
    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int CLOCK_BITS = 10;

    private RecordKey() {}

    /** By the time of the first attempt; what else began then is told apart by the announcement's own key. */
    static String of(String announcement, Instant firstSendingAt) {
        CRC32 clock = new CRC32();
        clock.update(announcement.getBytes(StandardCharsets.UTF_8));
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, firstSendingAt);
        long id = (micros << CLOCK_BITS) | (clock.getValue() & ((1 << CLOCK_BITS) - 1));
        StringBuilder key = new StringBuilder();
        for (int digit = LENGTH - 1; digit >= 0; digit--) {
            key.append(DIGITS.charAt((int) (id >>> (digit * 5)) & 31));
        }
        return key.toString();
    }
}
