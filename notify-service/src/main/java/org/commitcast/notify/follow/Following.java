package org.commitcast.notify.follow;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commitcast.eventtransport.Outage;
import org.commitcast.notify.cadence.Cadence;
import org.commitcast.notify.discussion.Discussions;
import org.commitcast.notify.lane.Turn;
import org.commitcast.notify.source.Followed;
import org.commitcast.notify.source.FollowedThread;
import org.commitcast.notify.source.SourceCalls;
import org.commitcast.notify.source.ThreadCounts;
import org.commitcast.notify.time.DatabaseTime;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at the threads that are due at a server, as many with one call as the source can. */
@ApplicationScoped
class Following {
    private static final Logger LOG = Logger.getLogger(Following.class);

    /** Longer than a call takes: nobody else makes it meanwhile, and a crash delays no longer. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    private final FollowedRows rows;
    private final SourceCalls sources;
    private final Discussions discussions;
    private final CountHistory history;
    private final DatabaseTime time;
    private final BatchSizes sizes = new BatchSizes();

    Following(
            FollowedRows rows, SourceCalls sources, Discussions discussions, CountHistory history, DatabaseTime time) {
        this.rows = rows;
        this.sources = sources;
        this.discussions = discussions;
        this.history = history;
        this.time = time;
    }

    /** Where there is anything to look at. */
    List<Server> due() {
        return QuarkusTransaction.requiringNew().call(() -> rows.servers(time.now()).stream()
                .filter(server -> sources.followed().contains(server.platform()))
                .toList());
    }

    /** Makes one call, if there is anything to look at. */
    Turn look(Server server) {
        List<Due> due = QuarkusTransaction.requiringNew().call(() -> take(server));
        if (due.isEmpty()) {
            return Turn.NOTHING;
        }
        List<FollowedThread> threads = due.stream().map(Due::thread).toList();
        return sources.follow(server.platform(), threads).handle(seen -> store(server, due, seen), later -> {
            Duration after = later.after();
            if (after == null) {
                return refused(server, due);
            }
            change(due, (row, one, now) -> row.wait(one.dueAt(), now, after, next(row, now)));
            return Turn.later(after);
        });
    }

    /** The source is well and refuses these; of several perhaps one alone. */
    private Turn refused(Server server, List<Due> due) {
        if (due.size() == 1) {
            return store(server, due, new Followed.Seen(Map.of()));
        }
        sizes.refused(server, due.size());
        change(due, (row, one, now) -> row.nextAt = one.dueAt());
        return Turn.DONE;
    }

    private List<Due> take(Server server) {
        Instant now = time.now();
        return rows.due(server, now, sizes.of(server, sources.followedAtOnce(server.platform()))).stream()
                .map(row -> {
                    Due due = new Due(row.id, row.contentId, row.thread(), row.nextAt);
                    row.nextAt = now.plus(UNDER_WAY);
                    return due;
                })
                .toList();
    }

    /** Each item for itself, so that no two who change several of them wait for one another. */
    private Turn store(Server server, List<Due> due, Followed.Seen seen) {
        sizes.settled(server, due.size(), sources.followedAtOnce(server.platform()));
        due.stream()
                .collect(Collectors.groupingBy(Due::contentId))
                .forEach((contentId, ofItem) -> storeOrLeaveOut(contentId, ofItem, seen));
        return seen.longestWait().isZero() ? Turn.DONE : Turn.later(seen.longestWait());
    }

    /** What nothing can be made of keeps no other waiting. */
    private void storeOrLeaveOut(String contentId, List<Due> due, Followed.Seen seen) {
        try {
            QuarkusTransaction.requiringNew().run(() -> store(contentId, due, seen));
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.errorf(e, "threads are put off (item=%s)", contentId);
            change(due, (row, one, now) -> looked(row, null, now));
        }
    }

    private void store(String contentId, List<Due> due, Followed.Seen seen) {
        Followed.Seen ofItem =
                seen.of(due.stream().map(one -> one.thread().url()).toList());
        // First the item's threads, as everybody else who changes both.
        discussions.looked(contentId, ofItem);
        Instant now = time.now();
        due.forEach(one -> rows.findByIdOptional(one.row(), LockModeType.PESSIMISTIC_WRITE)
                .ifPresent(row -> looked(row, one, ofItem, now)));
    }

    private void looked(FollowedRow row, Due due, Followed.Seen seen, Instant now) {
        Duration wait = seen.waiting().get(row.url);
        if (wait == null) {
            looked(row, seen.counts().get(row.url), now);
        } else {
            row.wait(due.dueAt(), now, wait, next(row, now));
        }
    }

    private void looked(FollowedRow row, @Nullable ThreadCounts counts, Instant now) {
        if (counts == null) {
            row.sawNothing();
        } else if (row.saw(counts, now)) {
            history.add(row, now);
        }
        planNext(row, now);
    }

    private static void planNext(FollowedRow row, Instant now) {
        row.nextAt = row.over ? null : next(row, now);
    }

    private static @Nullable Instant next(FollowedRow row, Instant now) {
        return Cadence.next(row.bornAt, now, row.url + row.looks)
                .map(Cadence.Look::at)
                .orElse(null);
    }

    private void change(List<Due> due, Change change) {
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = time.now();
            due.forEach(one -> rows.findByIdOptional(one.row(), LockModeType.PESSIMISTIC_WRITE)
                    .ifPresent(row -> change.apply(row, one, now)));
        });
    }

    /** What becomes of a thread that was due. */
    private interface Change {
        void apply(FollowedRow row, Due due, Instant now);
    }

    private record Due(UUID row, String contentId, FollowedThread thread, @Nullable Instant dueAt) {}
}
