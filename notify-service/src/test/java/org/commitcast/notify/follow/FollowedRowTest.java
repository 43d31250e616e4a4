package org.commitcast.notify.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.commitcast.notify.source.FollowedThread;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowedRowTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant DUE = NOON.minusSeconds(30);
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

    private final FollowedRow row = new FollowedRow(
            UUID.randomUUID(),
            "item-1",
            "turning",
            new FollowedThread("https://lobste.rs/s/abc", "abc"),
            "lobsters",
            NOON);

    @Test
    void keepsItsPlaceWhereTheSourceHasNoRoomOnce() {
        assertThat(waits(Duration.ofSeconds(2))).isEqualTo(DUE);
    }

    /** Several who ask at once may meet the same full budget: that costs no look of a day. */
    @Test
    void makesWayForSecondsWhereTheSourceHasNoRoomForSeconds() {
        waits(Duration.ofSeconds(2));

        assertThat(waits(Duration.ofSeconds(2))).isEqualTo(NOON.plusSeconds(2));
        assertThat(waits(Duration.ofSeconds(2))).isEqualTo(NOON.plusSeconds(4));
    }

    @Test
    void isLookedAtAsOftenAsBeforeHoweverLongTheSourceIsAway() {
        for (int i = 0; i < 100; i++) {
            waits(Duration.ofHours(1));
        }

        assertThat(waits(Duration.ofHours(1))).isEqualTo(TOMORROW);
    }

    private @Nullable Instant waits(Duration after) {
        row.wait(DUE, NOON, after, TOMORROW);
        return row.nextAt;
    }
}
