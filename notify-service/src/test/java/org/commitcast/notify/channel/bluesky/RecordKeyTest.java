package org.commitcast.notify.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordKeyTest {
    private static final Instant DAWN = Instant.parse("2026-03-02T06:30:00.123456Z");

    @Test
    void isTheSameForOneAnnouncementAndAnotherForAnother() {
        assertThat(RecordKey.of("one", DAWN))
                .isEqualTo(RecordKey.of("one", DAWN))
                .isNotEqualTo(RecordKey.of("two", DAWN))
                .hasSize(13);
    }

    @Test
    void sortsAsTimePasses() {
        assertThat(RecordKey.of("two", DAWN)).isLessThan(RecordKey.of("one", DAWN.plusNanos(1000)));
    }

    /** Zero is written with the digit of zero all over. */
    @Test
    void writesTheTimeInFrontOfTheClock() {
        assertThat(RecordKey.of("one", Instant.EPOCH)).startsWith("22222222222");
    }
}
