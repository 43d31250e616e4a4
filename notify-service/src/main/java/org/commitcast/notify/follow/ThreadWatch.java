package org.commitcast.notify.follow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.notify.address.ThreadAddress;
import org.commitcast.notify.cadence.Cadence;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.discussion.ThreadId;
import org.commitcast.notify.discussion.ThreadsChanged;
import org.commitcast.notify.discussion.ThreadsMet;
import org.commitcast.notify.source.FollowedThread;
import org.commitcast.notify.source.SourceCalls;
import org.commitcast.notify.time.DatabaseTime;

/** Keeps in step with the threads that are known: each is looked at, those that are forgotten no longer. */
@ApplicationScoped
public class ThreadWatch {
    /** A thread that becomes known to an item of any age is looked at as if the item were no older than this. */
    private static final Duration NOT_OLDER = Duration.ofDays(3);

    private static final Duration YOUNG = Duration.ofDays(30);

    /** Some searches go on giving what is over: no more often does that bring another look. */
    private static final Duration OVER = Duration.ofHours(1);

    private final FollowedRows rows;
    private final SourceCalls sources;
    private final Items items;
    private final DatabaseTime time;

    ThreadWatch(FollowedRows rows, SourceCalls sources, Items items, DatabaseTime time) {
        this.rows = rows;
        this.sources = sources;
        this.items = items;
        this.time = time;
    }

    void changed(@Observes ThreadsChanged change) {
        DiscussionState state = change.state();
        Map<UUID, DiscussionThread> threads = state.threads().stream()
                .filter(thread -> sources.followed().contains(thread.platform()))
                .collect(Collectors.toMap(
                        thread -> ThreadId.of(state.contentId(), thread.url()),
                        Function.identity(),
                        (one, same) -> one));
        List<FollowedRow> known = rows.list("contentId", state.contentId());
        known.stream().filter(row -> !threads.containsKey(row.id)).forEach(rows::delete);
        known.forEach(row -> threads.remove(row.id));
        threads.forEach((id, thread) -> begin(id, state, thread));
    }

    /** Begins with threads of an item that was there before. */
    void begin(DiscussionState state) {
        changed(new ThreadsChanged(state));
    }

    /** What was over may have been opened again. */
    void met(@Observes ThreadsMet threads) {
        Instant now = time.now();
        rows.update(
                "nextAt = ?1 where contentId = ?2 and over = true and url in ?3 and (overAt is null or overAt <= ?4)",
                now,
                threads.contentId(),
                threads.urls(),
                threads.byPerson() ? now : now.minus(OVER));
    }

    /** Nobody looks at threads of what is withdrawn, until it is out again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void consider(ContentSnapshot item) {
        if (!item.published()) {
            rows.update("nextAt = null where contentId = ?1", item.contentId());
        } else if (item.revision() > 1) {
            Instant now = time.now();
            rows.update(
                    "nextAt = ?1 where contentId = ?2 and nextAt is null and over = false and bornAt > ?3",
                    now,
                    item.contentId(),
                    now.minus(YOUNG));
        }
    }

    /** A site is no more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(String site) {
        rows.delete("site", site);
    }

    private void begin(UUID id, DiscussionState state, DiscussionThread thread) {
        Instant recent = thread.foundAt().minus(NOT_OLDER);
        Instant born = items.findByIdOptional(state.contentId())
                .map(ItemRow::snapshot)
                .map(Cadence::bornAt)
                .filter(recent::isBefore)
                .orElse(recent);
        ThreadAddress address = ThreadAddress.of(thread.url());
        FollowedRow row = new FollowedRow(
                id,
                state.contentId(),
                state.site(),
                new FollowedThread(thread.url(), address.remoteId()),
                thread.platform(),
                born);
        row.score = thread.score();
        row.comments = thread.comments();
        row.nextAt = time.now();
        rows.persist(row);
    }
}
