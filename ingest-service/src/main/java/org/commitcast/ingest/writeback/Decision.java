package org.commitcast.ingest.writeback;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.commitcast.ingest.checkout.RepositoryKey;
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

    /**
     * What it is, and settles the links by it; nothing where the proposal is still open.
     *
     * @param wanted those that it has or is to have
     */
    Optional<ProposalState> settle(Collection<Link> wanted) {
        if (!isSameRepository()) {
            group.members().forEach(this::proposeElsewhere);
            return Optional.of(ProposalState.CLOSED);
        }
        Optional<ProposalState> end = open.head() == null ? Optional.empty() : end(wanted);
        end.ifPresent(state -> group.members().forEach(link -> settle(link, state)));
        return end;
    }

    /** However its address is spelled. */
    private boolean isSameRepository() {
        String now = attempt.access().toString();
        String key = RepositoryKey.of(now);
        return open.repository().equals(now) || (!key.isEmpty() && key.equals(RepositoryKey.of(open.repository())));
    }

    private Optional<ProposalState> end(Collection<Link> wanted) {
        boolean anyTaken = group.members().stream().anyMatch(Link::isWritten);
        // One that was written by hand says nothing of the others, as long as the branch has some.
        boolean hasMore = tip != null && !group.standing().isEmpty();
        if (isMerged(tip) || open.told() == ProposalState.MERGED || (anyTaken && !hasMore)) {
            return Optional.of(ProposalState.MERGED);
        }
        boolean closed = tip == null || open.told() == ProposalState.CLOSED || (!hasMore && wanted.isEmpty());
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
        } else if (link.isWithdrawn()) {
            link.left(link.reason());
        }
        link.over(state == ProposalState.MERGED);
    }

    /** Whether it came onto the branch after people had merged that: then it was never before their eyes. */
    private boolean isLate(Link link) {
        boolean byMerge = isMerged(tip)
                || group.members().stream().anyMatch(other -> other.isWritten() && isMerged(other.commit()));
        return byMerge && !isMerged(link.commit());
    }

    private void proposeElsewhere(Link link) {
        attempt.tried(link);
        if (link.isProposed()) {
            link.pending();
        } else if (link.isWithdrawn()) {
            link.left(link.reason());
        }
        link.over(false);
    }
}
