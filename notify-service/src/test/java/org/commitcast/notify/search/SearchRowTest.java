package org.commitcast.notify.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.commitcast.contentevents.GoldenSamples;
import org.junit.jupiter.api.Test;

class SearchRowTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final SearchRow row =
            new SearchRow(GoldenSamples.contentPublished(), "hackernews", NOON, Duration.ofMinutes(5));

    @Test
    void beginsOnceMoreAfterTheSearchThatIsUnderWay() {
        row.nextAt = NOON.plusSeconds(120);

        row.beNow(NOON);
        row.searched();

        assertThat(row.nextAt).isEqualTo(NOON);
        assertThat(row.position()).isZero();
        assertThat(row.done).isZero();
    }

    @Test
    void goesThroughItsAddressesOneAfterAnother() {
        row.searched();

        assertThat(row.position()).isEqualTo(1);
    }
}
