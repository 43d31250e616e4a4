package org.commitcast.notify.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.notify.address.ThreadAddress;
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
        rows.of(change.state().contentId()).values().forEach(row -> {
            CandidateState next = next(row, change.state());
            if (next != row.state) {
                row.become(next, time.now());
            }
        });
    }

    private static CandidateState next(CandidateRow row, DiscussionState state) {
        if (state.rejected().stream().anyMatch(url -> ThreadAddress.same(url, row.url))) {
            return CandidateState.REJECTED;
        }
        return state.threads().stream()
                .filter(thread -> ThreadAddress.same(thread.url(), row.url))
                .filter(thread -> isSaid(thread) || row.state == CandidateState.REJECTED)
                .findFirst()
                .map(thread -> CandidateState.CONFIRMED)
                .orElse(row.state);
    }

    private static boolean isSaid(DiscussionThread thread) {
        return thread.origin() == Origin.GIVEN || thread.origin() == Origin.FRONT_MATTER;
    }
}
