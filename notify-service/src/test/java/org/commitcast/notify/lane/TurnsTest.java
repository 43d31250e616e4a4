package org.commitcast.notify.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final MovedClock clock = new MovedClock();
    private final AtomicInteger taken = new AtomicInteger();
    private volatile Turn third = Turn.NOTHING;
    private final Turns turns = new Turns(
            "test", clock, key -> taken.incrementAndGet() == 3 ? third : taken.get() > 3 ? Turn.NOTHING : Turn.DONE);

    @AfterEach
    void close() {
        turns.close();
    }

    @Test
    void takesTurnsUntilNothingIsLeft() {
        turns.wake("a");

        await().untilAtomic(taken, org.hamcrest.Matchers.equalTo(3));
    }

    @Test
    void leavesAKeyAloneForAsLongAsItWasAskedTo() {
        third = Turn.later(Duration.ofMinutes(5));
        await().until(() -> {
            turns.wake("a");
            return taken.get() == 3;
        });
        // Another key is not concerned: once it has had its turn, the first one would have had it, too.
        clock.now = clock.now.plus(Duration.ofMinutes(4));
        turns.wake("a");
        turns.wake("b");
        await().untilAtomic(taken, org.hamcrest.Matchers.equalTo(4));

        clock.now = clock.now.plus(Duration.ofMinutes(2));
        await().until(() -> {
            turns.wake("a");
            return taken.get() > 4;
        });
        assertThat(taken).hasValueGreaterThan(4);
    }

    private static final class MovedClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-02T06:30:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
