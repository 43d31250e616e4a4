package org.commitcast.notify.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void dayWithoutASourceCostsSome150CallsAndItsEndIsNoticedWithinTenMinutes() {
        Duration passed = Duration.ZERO;
        int failures = 0;
        while (passed.compareTo(Duration.ofDays(1)) < 0) {
            failures++;
            passed = passed.plus(BackOff.after(failures));
        }

        assertThat(failures).isBetween(140, 155);
        assertThat(BackOff.after(failures)).isEqualTo(Duration.ofMinutes(10));
        assertThat(BackOff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(10));
    }
}
