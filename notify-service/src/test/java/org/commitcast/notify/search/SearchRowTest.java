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
        row.lease(NOON, NOON.plusSeconds(120));

        row.beNow(NOON);
        row.searched();

        assertThat(row.nextAt).isEqualTo(NOON);
        assertThat(row.position()).isZero();
        assertThat(row.done).isZero();
    }

    @Test
    void asksForThePageOnceWhereNobodyWasAtIt() {
        row.beNow(NOON);
        row.lease(NOON, NOON.plusSeconds(120));
        row.searched();

        assertThat(row.position()).isEqualTo(1);
    }

    @Test
    void asksForThePageOnceAfterASearchThatBroughtNothing() {
        row.lease(NOON, NOON.plusSeconds(120));
        row.beNow(NOON);
        row.wait(NOON, NOON.plusSeconds(5));
        row.lease(NOON.plusSeconds(5), NOON.plusSeconds(125));
        row.searched();

        assertThat(row.position()).isEqualTo(1);
    }

    @Test
    void asksForThePageOnceAfterASearchWhoseInstanceDied() {
        row.lease(NOON, NOON.plusSeconds(120));
        row.beNow(NOON);
        row.lease(NOON.plusSeconds(300), NOON.plusSeconds(420));
        row.searched();

        assertThat(row.position()).isEqualTo(1);
    }

    @Test
    void goesThroughItsAddressesOneAfterAnother() {
        row.searched();

        assertThat(row.position()).isEqualTo(1);
    }

    @Test
    void youngItemThatMissedARoundComesBeforeAnOldOneThatMissedSeveral() {
        SearchRow young = due("5M", NOON.minus(Duration.ofMinutes(5)));
        SearchRow old = due("24H", NOON.minus(Duration.ofDays(4)));
        SearchRow forgotten = due("24H", NOON.minus(Duration.ofDays(9)));

        assertThat(young.urgency(NOON)).isBetween(old.urgency(NOON), forgotten.urgency(NOON));
    }

    private static SearchRow due(String pause, Instant at) {
        return new SearchRow(GoldenSamples.contentPublished(), "lobsters", at, Duration.parse("PT" + pause));
    }
}
