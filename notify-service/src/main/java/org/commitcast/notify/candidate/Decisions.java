package org.commitcast.notify.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.notify.discussion.KnownThreads;
import org.commitcast.notify.discussion.ThreadsChanged;
import org.commitcast.notify.time.DatabaseTime;

/** Keeps candidates in step with what becomes of the item's threads, however people say it. */
@ApplicationScoped
class Decisions {
    private final CandidateRows rows;
    private final DatabaseTime time;

    Decisions(CandidateRows rows, DatabaseTime time) {
        this.rows = rows;
        this.time = time;
    }

    void changed(@Observes ThreadsChanged change) {
        DiscussionState state = change.state();
        KnownThreads known = new KnownThreads(state);
        rows.concerned(state).forEach(row -> {
            CandidateState next = next(row, known);
            if (next != row.state) {
                row.become(next, time.now());
            }
        });
    }

    private static CandidateState next(CandidateRow row, KnownThreads known) {
        if (known.isRejected(row.url, row.sameAs)) {
            return CandidateState.REJECTED;
        }
        return known.thread(row.url, row.sameAs)
                .filter(thread -> isSaid(thread) || row.state == CandidateState.REJECTED)
                .map(thread -> CandidateState.CONFIRMED)
                .orElse(row.state);
    }

    private static boolean isSaid(DiscussionThread thread) {
        return thread.origin() == Origin.GIVEN || thread.origin() == Origin.FRONT_MATTER;
    }
}
