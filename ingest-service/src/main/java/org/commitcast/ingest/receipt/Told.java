package org.commitcast.ingest.receipt;

import java.time.Duration;
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
import org.commitcast.ingest.receipt.ReceiptView.LeftOut;
import org.commitcast.ingest.receipt.ReceiptView.Stages;
import org.jspecify.annotations.Nullable;

/**
 * What others have told of a receipt's items, by content id.
 *
 * @param links what became of the discussions' links, by {@link WrittenLinks#key}
 */
record Told(
        Map<String, List<AnnouncementState>> announcements,
        Map<String, List<DiscussionState>> discussions,
        Map<String, WrittenBack> links) {

    /** The clocks of two services may differ so much. */
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    /** How far an item has come with a commit; what was before the commit is told as such, or not at all. */
    Stages stages(String item, Instant parsed, boolean out, @Nullable InFeed inFeed, @Nullable LeftOut leftOut) {
        var rows = announcements.getOrDefault(item, List.of());
        Instant since = parsed.minus(CLOCKS);
        At live = rows.stream()
                .map(AnnouncementState::pageLiveAt)
                .filter(Objects::nonNull)
                .filter(at -> !at.isBefore(since))
                .min(Instant::compareTo)
                .map(At::new)
                .orElse(null);
        var discussed = discussions.getOrDefault(item, List.of()).stream()
                .flatMap(state -> state.threads().stream())
                .filter(DiscussionThread::primary)
                .map(thread -> new Discussed(
                        thread.platform(),
                        thread.url(),
                        thread.foundAt(),
                        earlier(thread.foundAt(), since),
                        links.get(WrittenLinks.key(item, thread.platform(), thread.url()))))
                .toList();
        return new Stages(
                new At(parsed),
                out,
                inFeed,
                leftOut,
                live,
                // What maintainers alone are asked for is announced to nobody.
                rows.stream()
                        .filter(state -> !state.forMaintainers())
                        .map(state -> announced(state, since))
                        .toList(),
                discussed);
    }

    private static @Nullable Boolean earlier(Instant at, Instant since) {
        return at.isBefore(since) ? Boolean.TRUE : null;
    }

    private static Announced announced(AnnouncementState state, Instant since) {
        return new Announced(
                state.channel(),
                state.status().name(),
                state.occurredAt(),
                state.remoteUrl(),
                state.waitingFor(),
                state.error(),
                earlier(state.occurredAt(), since));
    }
}
