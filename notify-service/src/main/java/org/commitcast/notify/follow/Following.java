package org.commitcast.notify.follow;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commitcast.notify.cadence.Cadence;
import org.commitcast.notify.discussion.Discussions;
import org.commitcast.notify.lane.Turn;
import org.commitcast.notify.source.Followed;
import org.commitcast.notify.source.FollowedThread;
import org.commitcast.notify.source.SourceCalls;
import org.commitcast.notify.source.ThreadCounts;
import org.commitcast.notify.time.DatabaseTime;
import org.jspecify.annotations.Nullable;

/** Looks at the threads that are due at a server, as many with one call as the source can. */
@ApplicationScoped
class Following {
    /** Longer than a call takes: nobody else makes it meanwhile, and a crash delays no longer. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    private final FollowedRows rows;
    private final SourceCalls sources;
    private final Discussions discussions;
    private final CountHistory history;
    private final DatabaseTime time;

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
        return sources.follow(server.platform(), threads).handle(seen -> store(due, seen), later -> {
            QuarkusTransaction.requiringNew().run(() -> giveBack(due));
            return Turn.later(later.after());
        });
    }

    private List<Due> take(Server server) {
        Instant now = time.now();
        return rows.due(server, now, sources.followedAtOnce(server.platform())).stream()
                .map(row -> {
                    Due due = new Due(row.id, row.contentId, row.thread(), row.nextAt);
                    row.nextAt = now.plus(UNDER_WAY);
                    return due;
                })
                .toList();
    }

    /** Each item for itself, so that no two who change several of them wait for one another. */
    private Turn store(List<Due> due, Followed.Seen seen) {
        due.stream()
                .collect(Collectors.groupingBy(Due::contentId))
                .forEach((contentId, ofItem) ->
                        QuarkusTransaction.requiringNew().run(() -> store(contentId, ofItem, seen)));
        return Turn.DONE;
    }

    private void store(String contentId, List<Due> due, Followed.Seen seen) {
        Map<String, ThreadCounts> counts = new HashMap<>(seen.counts());
        counts.keySet().retainAll(due.stream().map(one -> one.thread().url()).toList());
        // First the item's threads, as everybody else who changes both.
        discussions.counted(contentId, counts);
        Instant now = time.now();
        due.forEach(one -> rows.findByIdOptional(one.row(), LockModeType.PESSIMISTIC_WRITE)
                .ifPresent(row -> looked(row, counts.get(row.url), now)));
    }

    private void looked(FollowedRow row, @Nullable ThreadCounts counts, Instant now) {
        if (counts == null) {
            row.sawNothing();
        } else if (row.saw(counts)) {
            history.add(row, now);
        }
        row.nextAt = row.over
                ? null
                : Cadence.next(row.bornAt, now, row.url + row.looks)
                        .map(Cadence.Look::at)
                        .orElse(null);
    }

    private void giveBack(List<Due> due) {
        due.forEach(one -> rows.findByIdOptional(one.row(), LockModeType.PESSIMISTIC_WRITE)
                .ifPresent(row -> row.nextAt = one.dueAt()));
    }

    private record Due(UUID row, String contentId, FollowedThread thread, @Nullable Instant dueAt) {}
}
