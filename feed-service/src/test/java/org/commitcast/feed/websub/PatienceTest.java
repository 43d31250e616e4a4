package org.commitcast.feed.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration FIRST = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Test
    void doublesUpToTheLongest() {
        Patience patience = new Patience(FIRST, LONGEST, () -> 1);

        assertThat(patience.after(1, Duration.ZERO)).isEqualTo(Duration.ofSeconds(4));
        assertThat(patience.after(3, Duration.ZERO)).isEqualTo(Duration.ofSeconds(16));
        assertThat(patience.after(9, Duration.ZERO)).isEqualTo(LONGEST);
        assertThat(patience.after(Integer.MAX_VALUE, Duration.ZERO)).isEqualTo(LONGEST);
    }

    @Test
    void leavesHalfOfItToChance() {
        assertThat(new Patience(FIRST, LONGEST, () -> 0).after(2, Duration.ZERO))
                .isEqualTo(Duration.ofSeconds(4));
        assertThat(new Patience(FIRST, LONGEST, () -> 1).after(2, Duration.ZERO))
                .isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void waitsAtLeastAsLongAsTheHubAsksFor() {
        Patience patience = new Patience(FIRST, LONGEST, () -> 0.5);

        assertThat(patience.after(1, Duration.ofHours(3)))
                .isBetween(Duration.ofHours(3), Duration.ofHours(3).plus(FIRST));
        assertThat(patience.after(8, Duration.ofSeconds(1))).isGreaterThan(Duration.ofMinutes(5));
    }
}
