package org.commitcast.ingest.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commitcast.contentevents.AnnouncementState;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.ingest.receipt.ReceiptView.Announced;
import org.commitcast.ingest.receipt.ReceiptView.At;
import org.commitcast.ingest.receipt.ReceiptView.Discussed;
import org.commitcast.ingest.receipt.ReceiptView.InFeed;
import org.commitcast.ingest.receipt.ReceiptView.Stages;
import org.jspecify.annotations.Nullable;

/** What others have told of a receipt's items, by content id. */
record Told(Map<String, List<AnnouncementState>> announcements, Map<String, List<DiscussionState>> discussions) {

    Stages stages(String item, Instant parsed, boolean out, @Nullable InFeed inFeed) {
        var announced = announcements.getOrDefault(item, List.of());
        At live = announced.stream()
                .map(AnnouncementState::pageLiveAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(At::new)
                .orElse(null);
        var discussed = discussions.getOrDefault(item, List.of()).stream()
                .flatMap(state -> state.threads().stream())
                .filter(DiscussionThread::primary)
                .map(thread -> new Discussed(thread.platform(), thread.url()))
                .toList();
        return new Stages(
                new At(parsed),
                out,
                inFeed,
                live,
                announced.stream().map(Told::announced).toList(),
                discussed);
    }

    private static Announced announced(AnnouncementState state) {
        return new Announced(
                state.channel(),
                state.status().name(),
                state.occurredAt(),
                state.remoteUrl(),
                state.waitingFor(),
                state.error());
    }
}
