package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.SiteState;
import org.commitcast.eventtransport.Outbox;
import org.commitcast.feed.serving.Standing;
import org.jspecify.annotations.Nullable;

/** Tells of feeds on their topic: whenever anything in their state differs from what was told last. */
@ApplicationScoped
class Telling {
    private final Outbox outbox;
    private final Clock clock;

    Telling(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param document what readers subscribe to, as RSS: the other formats hold the same items, and nobody waits for them */
    void tell(SiteState site, StoredDocument document, FeedUpdate update) {
        Optional<FeedState> told = document.told();
        FeedState made = state(site, document, update);
        FeedState next = document.standing() == Standing.EXTERNAL ? asLastSeen(made, told) : made;
        // What changes only archives is in none of the other fields.
        if (told.isEmpty() || update.changesItems() || !sameExceptForItsMaking(told.get(), next)) {
            document.tell(next);
            outbox.append(next);
        }
    }

    /** Tells of a feed that somebody else makes what was seen of it now. */
    void tellSeen(StoredDocument document, FeedState.Live live, Seen seen) {
        document.told().ifPresent(told -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            FeedState next = seenAs(told, document.nextRevision(), now, live, seen);
            if (!sameExceptForItsMaking(told, next)) {
                document.tell(next);
                outbox.append(next);
            }
        });
    }

    /**
     * How far a feed that somebody else makes has come.
     *
     * @param failed items that it lacks
     */
    record Seen(long through, List<FeedState.Failure> failed) {}

    /** What was made here says nothing of what readers have: that is told when it was looked at. */
    private static FeedState asLastSeen(FeedState next, Optional<FeedState> told) {
        Optional<FeedState> same = told.filter(state -> state.incarnation().equals(next.incarnation()))
                .filter(state -> state.live() != null)
                .filter(state -> state.publicUrl().equals(next.publicUrl()));
        FeedState.Live unseen = new FeedState.Live(next.publicUrl(), "It was not read yet.", null, true, 0);
        return seenAs(
                next,
                next.revision(),
                next.occurredAt(),
                same.map(FeedState::live).orElse(unseen),
                new Seen(
                        same.map(FeedState::through).orElse(0L),
                        same.map(FeedState::failed).orElse(List.of())));
    }

    private static FeedState seenAs(
            FeedState state, long revision, Instant now, FeedState.@Nullable Live live, Seen seen) {
        return new FeedState(
                state.site(),
                state.incarnation(),
                state.feed(),
                revision,
                state.url(),
                state.publicUrl(),
                state.etag(),
                seen.through(),
                state.items(),
                state.kinds(),
                state.added(),
                state.changed(),
                state.removed(),
                seen.failed(),
                now,
                state.differences(),
                live);
    }

    private FeedState state(SiteState site, StoredDocument document, FeedUpdate update) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<FeedState.Failure> failed = update.failed().stream()
                .map(item -> new FeedState.Failure(item.contentId(), item.reason()))
                .toList();
        return new FeedState(
                site.site(),
                site.incarnation(),
                update.feed().name(),
                document.nextRevision(),
                update.url().toString(),
                update.publicUrl().toString(),
                document.standing() == Standing.SERVED ? document.etag() : null,
                update.through(),
                update.items(),
                update.feed().kinds(),
                FeedUpdate.listed(update.changes().added()),
                FeedUpdate.listed(update.changes().changed()),
                FeedUpdate.listed(update.changes().removed()),
                failed,
                now,
                update.differencesOfChanged());
    }

    /** Whether they say the same of the feed; number, time and what the last batch changed aside. */
    private static boolean sameExceptForItsMaking(FeedState told, FeedState next) {
        FeedState alike = new FeedState(
                next.site(),
                next.incarnation(),
                next.feed(),
                told.revision(),
                next.url(),
                next.publicUrl(),
                next.etag(),
                next.through(),
                next.items(),
                next.kinds(),
                told.added(),
                told.changed(),
                told.removed(),
                next.failed(),
                told.occurredAt(),
                told.differences(),
                next.live());
        return alike.equals(told);
    }
}
