package org.commitcast.notify.candidate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commitcast.notify.discussion.ThreadId;
import org.commitcast.notify.source.FoundThread;

/** Candidates of an item by all that their threads are known by. */
final class KnownCandidates {
    private final String contentId;
    private final Map<UUID, CandidateRow> rows = new HashMap<>();

    KnownCandidates(String contentId, Collection<CandidateRow> known) {
        this.contentId = contentId;
        known.forEach(row -> rows.put(row.id, row));
        known.stream()
                .filter(row -> row.sameAs != null)
                .forEach(row -> rows.putIfAbsent(ThreadId.of(contentId, row.sameAs), row));
    }

    /** What this was found as before, also by way of another server. */
    Optional<CandidateRow> of(FoundThread thread) {
        return Optional.ofNullable(rows.get(ThreadId.of(contentId, thread.url())))
                .or(() -> Optional.ofNullable(thread.sameAs())
                        .map(id -> ThreadId.of(contentId, id))
                        .map(rows::get));
    }
}
