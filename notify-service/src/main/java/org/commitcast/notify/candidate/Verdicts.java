package org.commitcast.notify.candidate;

import java.util.Map;
import java.util.UUID;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.notify.address.ThreadAddress;
import org.commitcast.notify.discussion.ThreadId;
import org.commitcast.notify.source.FoundThread;

/** What becomes of the threads that are found for one item. */
final class Verdicts {
    private final Policy policy;
    private final Limits limits;
    private final DiscussionState state;
    private final Map<UUID, CandidateRow> candidates;

    Verdicts(Policy policy, Limits limits, DiscussionState state, Map<UUID, CandidateRow> candidates) {
        this.policy = policy;
        this.limits = limits;
        this.state = state;
        this.candidates = candidates;
    }

    Judged on(FoundThread thread, Score score) {
        return new Judged(thread, score.value(), score.reasons(), verdict(thread.url(), score));
    }

    /** What people said comes first, then what was decided, then the score. */
    private Verdict verdict(String url, Score score) {
        if (state.rejected().stream().anyMatch(rejected -> ThreadAddress.same(rejected, url))) {
            return Verdict.REJECTED;
        }
        if (state.threads().stream().anyMatch(thread -> ThreadAddress.same(thread.url(), url))) {
            return Verdict.KNOWN;
        }
        CandidateRow known = candidates.get(ThreadId.of(state.contentId(), url));
        if (known == null) {
            return fresh(score);
        }
        return switch (known.state) {
            case REJECTED -> Verdict.REJECTED;
            // Nobody decided yet; more may speak for it than did.
            case PROPOSED -> fresh(score) == Verdict.ACCEPTED ? Verdict.ACCEPTED : Verdict.KNOWN;
            // The item lost it without anybody's word against it, as when a key of the front matter is renamed.
            case ACCEPTED, CONFIRMED -> fresh(score);
        };
    }

    private Verdict fresh(Score score) {
        if (policy == Policy.NEVER || score.value() < limits.propose()) {
            return Verdict.DROPPED;
        }
        boolean accepted = policy == Policy.ACCEPT && score.certain() && score.value() >= limits.accept();
        return accepted ? Verdict.ACCEPTED : Verdict.PROPOSED;
    }
}
