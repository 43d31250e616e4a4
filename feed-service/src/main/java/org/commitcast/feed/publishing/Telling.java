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
        FeedState next = state(site, document, update);
        Optional<FeedState> told = document.told();
        // What changes only archives is in none of the other fields.
        if (told.isEmpty() || update.changesItems() || !sameExceptForItsMaking(told.get(), next)) {
            document.tell(next);
            outbox.append(next);
        }
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
                told.differences());
        return alike.equals(told);
    }
}
