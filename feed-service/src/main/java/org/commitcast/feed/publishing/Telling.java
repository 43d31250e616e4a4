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
import org.commitcast.feedrendering.FeedChanges;

/** Tells of feeds on their topic: whenever anything in their state differs from what was told last. */
@ApplicationScoped
class Telling {
    private final Outbox outbox;
    private final Clock clock;

    Telling(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void tell(SiteState site, StoredDocument document, Composition feed, FeedChanges changes) {
        FeedState next = state(site, document, feed, changes);
        Optional<FeedState> told = document.told();
        if (told.isEmpty() || !sameExceptForItsMaking(told.get(), next)) {
            document.tell(next);
            outbox.append(next);
        }
    }

    private FeedState state(SiteState site, StoredDocument document, Composition feed, FeedChanges changes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<FeedState.Failure> failed = feed.failed().stream()
                .map(item -> new FeedState.Failure(item.contentId(), item.reason()))
                .toList();
        return new FeedState(
                site.site(),
                site.incarnation(),
                feed.feed().name(),
                document.nextRevision(),
                feed.url().toString(),
                feed.publicUrl().toString(),
                feed.standing() == Standing.SERVED ? feed.etag() : null,
                feed.through(),
                feed.manifest().size(),
                feed.feed().kinds(),
                listed(changes.added()),
                listed(changes.changed()),
                listed(changes.removed()),
                failed,
                now,
                List.of());
    }

    private static List<String> listed(List<String> items) {
        return items.stream().limit(FeedState.MOST_LISTED).toList();
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
