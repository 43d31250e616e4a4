package org.commitcast.ingest.writeback;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.proposal.NewProposal;
import org.commitcast.ingest.proposal.OpenProposal;
import org.commitcast.ingest.proposal.ProposalState;
import org.commitcast.ingest.proposal.Proposals;
import org.commitcast.ingest.publishing.Items;
import org.commitcast.ingest.publishing.SiteAtWork;
import org.commitcast.ingest.writeback.WriteBack.Next;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Decides which links belong onto branches of our own, and which are to be taken out there. */
@ApplicationScoped
class LinkProposals {
    private static final Logger LOG = Logger.getLogger(LinkProposals.class);

    private final Proposals proposals;
    private final FreshBranches branches;
    private final Items items;
    private final ProposalPushes pushes;

    LinkProposals(Proposals proposals, FreshBranches branches, Items items, ProposalPushes pushes) {
        this.proposals = proposals;
        this.branches = branches;
        this.items = items;
        this.pushes = pushes;
    }

    /**
     * Brings all of a site's proposals up to their links.
     *
     * @param base the branch that is followed
     */
    Next bring(Attempt attempt, String base, Collection<Group> groups)
            throws IOException, RepositoryUnavailableException {
        Map<String, String> heads = attempt.copy().branches(attempt.access());
        if (!attempt.head().equals(heads.get(base)) && !attempt.wasLast()) {
            // What is proposed goes on top of the newest state, unless that never stands still.
            return Next.AGAIN;
        }
        for (Group group : groups) {
            if (bring(attempt, base, group, heads) == Next.AGAIN) {
                return Next.AGAIN;
            }
        }
        return Next.NOTHING;
    }

    private Next bring(Attempt attempt, String base, Group group, Map<String, String> heads)
            throws IOException, RepositoryUnavailableException {
        OpenProposal open = group.open();
        String tip = open == null ? null : heads.get(open.branch());
        if (open != null && tip != null && !isHere(attempt, open.branch(), tip)) {
            return Next.AGAIN;
        }
        List<Link> wanted = wanted(attempt, group, tip);
        if (open != null) {
            Optional<ProposalState> end = new Decision(attempt, group, tip).settle(wanted);
            if (end.isPresent()) {
                LOG.infof(
                        "a proposal is over (site=%s, branch=%s): %s",
                        attempt.site().name(), open.branch(), end.get());
                attempt.became(all -> all.settle(open, end.get()));
                return Next.NOTHING;
            }
        }
        boolean movedByOthers = open != null && tip != null && !tip.equals(open.head());
        List<Link> looked = movedByOthers
                ? wanted
                : wanted.stream().filter(link -> !link.isProposed()).toList();
        if (looked.isEmpty() && group.withdrawn().isEmpty() && !Grounds.mayBe(group, tip)) {
            if (open != null && tip == null) {
                proposals.drop(open);
            }
            return Next.NOTHING;
        } else if (open != null) {
            return pushes.push(attempt, base, group, looked, open, tip);
        }
        return looked.isEmpty() ? Next.NOTHING : begin(attempt, base, group, looked, heads);
    }

    private Next begin(Attempt attempt, String base, Group group, List<Link> looked, Map<String, String> heads)
            throws IOException, RepositoryUnavailableException {
        FreshBranches.Found found = branches.find(attempt, base, group.name(), heads);
        NewProposal fresh = found.wanted();
        if (fresh == null) {
            looked.forEach(link -> link.refused(found.problem()));
            return Next.NOTHING;
        }
        OpenProposal begun = proposals.begin(fresh.because(group.because()));
        String tip = heads.get(begun.branch());
        if (tip != null && !isHere(attempt, begun.branch(), tip)) {
            return Next.AGAIN;
        }
        return pushes.push(attempt, base, group, looked, begun, tip);
    }

    /** Brings a branch here, unless it is; it may have moved on meanwhile. */
    private static boolean isHere(Attempt attempt, String branch, String tip) throws RepositoryUnavailableException {
        LocalCopy copy = attempt.copy();
        return copy.has(tip)
                || copy.fetchBeside(attempt.access(), branch)
                        .filter(tip::equals)
                        .isPresent();
    }

    /** Those that the documents themselves have room for; the others are settled. */
    private List<Link> wanted(Attempt attempt, Group group, @Nullable String tip) {
        SiteAtWork site = attempt.site();
        var documents = new LinkEdits(attempt.reader(), attempt.tree());
        List<Link> wanted = new ArrayList<>();
        Stream.concat(group.links().stream(), group.standing().stream())
                .distinct()
                .forEach(link -> group.lies(
                        link,
                        items.pathOf(site.name(), site.incarnation(), link.contentId())
                                .orElse(null)));
        for (Link link : group.links()) {
            String path = group.document(link);
            String with = documents.circumstances(link, path, site.saidRevision()) + " " + group.name() + " " + tip;
            if (link.isWithdrawn()) {
                if (link.isDue(with, false)) {
                    attempt.tried(link);
                    link.tried(link.path(), with);
                    group.withdrawn().add(link);
                }
            } else if (link.isProposed() && !link.isDue(with, false)) {
                wanted.add(link);
            } else if (group.isInsteadOfCommit(link) || link.isDue(with, attempt.again())) {
                boolean isThere = group.open() != null && link.isOn(group.open());
                if (isThere) {
                    group.hasChanged();
                }
                if (!group.isInsteadOfCommit(link)) {
                    link.tried(isThere ? link.path() : path, with);
                }
                attempt.tried(link);
                if (documents.isWanted(link, path)) {
                    wanted.add(link);
                } else if (link.isWithdrawn()) {
                    group.withdrawn().add(link);
                }
            }
        }
        return wanted;
    }
}
