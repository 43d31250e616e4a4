package org.commitcast.notify.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.commitcast.contentevents.GoldenSamples;
import org.junit.jupiter.api.Test;

class ItemRowTest {
    @Test
    void pageOfWhatWasWithdrawnHasToBeSeenAgain() {
        ItemRow item = new ItemRow(GoldenSamples.contentPublished());
        item.pageIsLive(Instant.parse("2026-03-02T06:30:00Z"));

        item.become(GoldenSamples.contentWithdrawn());

        assertThat(item.pageLiveAt()).isNull();
    }
}
