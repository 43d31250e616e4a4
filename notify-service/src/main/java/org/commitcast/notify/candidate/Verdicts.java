package org.commitcast.notify.candidate;

import org.commitcast.contentevents.DiscussionState;
import org.commitcast.notify.discussion.KnownThreads;
import org.commitcast.notify.source.FoundThread;

/** What becomes of the threads that are found for one item. */
final class Verdicts {
    private final Policy policy;
    private final Limits limits;
    private final KnownThreads threads;
    private final KnownCandidates candidates;

    Verdicts(Policy policy, Limits limits, DiscussionState state, KnownCandidates candidates) {
        this.policy = policy;
        this.limits = limits;
        this.threads = new KnownThreads(state);
        this.candidates = candidates;
    }

    Judged on(FoundThread thread, Score score) {
        return new Judged(thread, score.value(), score.reasons(), verdict(thread, score));
    }

    /** What people said comes first, then what was decided, then the score. */
    private Verdict verdict(FoundThread thread, Score score) {
        if (threads.isRejected(thread.url(), thread.sameAs())) {
            return Verdict.REJECTED;
        }
        if (threads.thread(thread.url(), thread.sameAs()).isPresent()) {
            return Verdict.KNOWN;
        }
        return candidates.of(thread).map(known -> again(known, score)).orElseGet(() -> fresh(score));
    }

    private Verdict again(CandidateRow known, Score score) {
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
