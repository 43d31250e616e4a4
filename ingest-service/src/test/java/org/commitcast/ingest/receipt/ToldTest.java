package org.commitcast.ingest.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.AnnouncementState;
import org.commitcast.ingest.receipt.ReceiptView.Announced;
import org.commitcast.ingest.receipt.ReceiptView.At;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToldTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T06:30:00Z");

    @Test
    void doesNotTakeForAnnouncedWhatMaintainersAloneAreAskedFor() {
        Told told = new Told(
                Map.of("i1", List.of(row("square", "new", AnnouncementState.Status.SENT, null), prompt())),
                Map.of(),
                Map.of());

        ReceiptView.Stages stages = told.stages("i1", MORNING, true, null, null);

        assertThat(stages.announced()).extracting(Announced::channel).containsExactly("square");
        assertThat(stages.live()).isEqualTo(new At(MORNING));
    }

    private static AnnouncementState prompt() {
        return row("team", "submit", AnnouncementState.Status.PENDING, MORNING);
    }

    private static AnnouncementState row(
            String channel, String kind, AnnouncementState.Status status, @Nullable Instant pageLiveAt) {
        return new AnnouncementState(
                "harbour",
                "life",
                "i1",
                channel,
                "log",
                kind,
                1,
                status,
                1,
                1,
                "key",
                pageLiveAt,
                null,
                null,
                null,
                null,
                null,
                null,
                MORNING);
    }
}
