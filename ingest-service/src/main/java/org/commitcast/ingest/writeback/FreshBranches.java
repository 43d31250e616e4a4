package org.commitcast.ingest.writeback;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.proposal.BranchName;
import org.commitcast.ingest.proposal.NewProposal;
import org.commitcast.ingest.proposal.Proposals;
import org.jspecify.annotations.Nullable;

/** Finds names for branches of new proposals. */
@ApplicationScoped
class FreshBranches {
    private final Proposals proposals;

    FreshBranches(Proposals proposals) {
        this.proposals = proposals;
    }

    /**
     * A proposal on a fresh branch, or why there can be none.
     *
     * @param wanted absent where there can be none
     */
    record Found(@Nullable NewProposal wanted, String problem) {}

    /**
     * One that no proposal ever had. A branch of such a name that is there, and that people have not taken over, is gone
     * on with: it is what is left of a store that was lost.
     */
    Found find(Attempt attempt, String base, String name, Map<String, String> heads)
            throws RepositoryUnavailableException {
        String own = attempt.site().statement().writeBack().proposal().branch();
        BranchName names = BranchName.of(own == null ? proposals.branch() : own, name);
        Optional<String> inTheWay = names.inTheWay(heads.keySet());
        if (inTheWay.isPresent()) {
            return none("There is a branch " + inTheWay.get()
                    + ", beside which Git has no room for branches of proposals; name others under"
                    + " writeBack.proposal.branch.");
        }
        Set<String> used = proposals.usedBranches(attempt.site());
        for (Iterator<String> candidates = names.candidates().iterator(); candidates.hasNext(); ) {
            String candidate = candidates.next();
            if (!used.contains(candidate)
                    && !candidate.equals(base)
                    && !isTakenOver(attempt, candidate, heads.get(candidate))) {
                return new Found(
                        new NewProposal(
                                attempt.site().name(),
                                attempt.site().incarnation(),
                                name,
                                attempt.access().toString(),
                                candidate,
                                base,
                                null),
                        "");
            }
        }
        return none("There are too many branches of earlier proposals; delete those that are over.");
    }

    private static boolean isTakenOver(Attempt attempt, String branch, @Nullable String tip)
            throws RepositoryUnavailableException {
        if (tip == null) {
            return false;
        }
        if (!attempt.copy().has(tip)) {
            attempt.copy().fetchBeside(attempt.access(), branch);
        }
        return !attempt.copy().has(tip) || attempt.copy().isMerged(tip, attempt.head());
    }

    private static Found none(String problem) {
        return new Found(null, problem);
    }
}
