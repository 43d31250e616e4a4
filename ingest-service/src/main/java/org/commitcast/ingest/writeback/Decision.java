package org.commitcast.ingest.writeback;

import java.util.Objects;
import java.util.Optional;
import org.commitcast.ingest.proposal.OpenProposal;
import org.commitcast.ingest.proposal.ProposalState;
import org.jspecify.annotations.Nullable;

/** What people decided about a proposal, as far as its branch, the documents and the forge tell. */
final class Decision {
    private final Attempt attempt;
    private final Group group;
    private final OpenProposal open;
    private final @Nullable String tip;

    /**
     * To be asked after the group's links were looked for in the documents.
     *
     * @param tip the branch's newest commit, which is here; absent where the branch is gone
     */
    Decision(Attempt attempt, Group group, @Nullable String tip) {
        this.attempt = attempt;
        this.group = group;
        this.open = Objects.requireNonNull(group.open());
        this.tip = tip;
    }

    /** What it is, and settles the links by it; nothing where the proposal is still open. */
    Optional<ProposalState> settle() {
        if (!open.repository().equals(attempt.access().toString())) {
            group.links().stream().filter(link -> link.isIn(open)).forEach(this::proposeElsewhere);
            return Optional.of(ProposalState.CLOSED);
        }
        Optional<ProposalState> end = open.head() == null ? Optional.empty() : end();
        end.ifPresent(
                state -> group.links().stream().filter(link -> link.isIn(open)).forEach(link -> settle(link, state)));
        return end;
    }

    private Optional<ProposalState> end() {
        boolean inDocuments = group.links().stream().anyMatch(link -> link.isIn(open) && link.isWritten());
        if (inDocuments || isMerged(tip) || open.told() == ProposalState.MERGED) {
            return Optional.of(ProposalState.MERGED);
        }
        boolean closed = tip == null
                || open.told() == ProposalState.CLOSED
                || group.links().isEmpty();
        return closed ? Optional.of(ProposalState.CLOSED) : Optional.empty();
    }

    private boolean isMerged(@Nullable String commit) {
        return commit != null && attempt.copy().has(commit) && attempt.copy().isMerged(commit, attempt.head());
    }

    private void settle(Link link, ProposalState state) {
        attempt.tried(link);
        if (link.isProposed()) {
            boolean merged = state == ProposalState.MERGED;
            if (merged && isLate(link)) {
                link.pending();
            } else {
                link.left(merged ? "The proposal was merged without it." : "The proposal was closed.");
            }
        }
        link.over(state == ProposalState.MERGED);
    }

    /** Whether it came onto the branch after people had merged that: then it was never before their eyes. */
    private boolean isLate(Link link) {
        boolean byMerge = isMerged(tip)
                || group.links().stream()
                        .anyMatch(other -> other.isIn(open) && other.isWritten() && isMerged(other.commit()));
        return byMerge && !isMerged(link.commit());
    }

    private void proposeElsewhere(Link link) {
        attempt.tried(link);
        if (link.isProposed()) {
            link.pending();
        }
        link.over(false);
    }
}
