package org.commitcast.ingest.writeback;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.checkout.Merge;
import org.commitcast.ingest.checkout.PushOutcome;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.proposal.NewProposal;
import org.commitcast.ingest.proposal.OpenProposal;
import org.commitcast.ingest.proposal.ProposalState;
import org.commitcast.ingest.proposal.Proposals;
import org.commitcast.ingest.publishing.Items;
import org.commitcast.ingest.publishing.SiteAtWork;
import org.commitcast.ingest.site.WriteBackStatement;
import org.commitcast.ingest.writeback.WriteBack.Next;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings links onto branches of our own. The first commit of a branch is made on the head that was just published, later
 * ones on the branch itself as it was fetched: what people did there stays, and nothing is forced.
 */
@ApplicationScoped
class LinkProposals {
    private static final Logger LOG = Logger.getLogger(LinkProposals.class);

    private final Proposals proposals;
    private final FreshBranches branches;
    private final Items items;
    private final CommitTexts texts;

    LinkProposals(Proposals proposals, FreshBranches branches, Items items, CommitTexts texts) {
        this.proposals = proposals;
        this.branches = branches;
        this.items = items;
        this.texts = texts;
    }

    /**
     * Brings all of a site's proposals up to their links.
     *
     * @param base the branch that is followed
     */
    Next bring(Attempt attempt, String base, Collection<Group> groups)
            throws IOException, RepositoryUnavailableException {
        Map<String, String> heads = attempt.copy().branches(attempt.access());
        if (!attempt.head().equals(heads.get(base))) {
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
            Optional<ProposalState> end = new Decision(attempt, group, tip).settle();
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
        if (looked.isEmpty()) {
            if (open != null && tip == null) {
                proposals.drop(open);
            }
            return Next.NOTHING;
        } else if (open != null) {
            return push(attempt, base, group, looked, open, tip);
        }
        return begin(attempt, base, group, looked, heads);
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
        return push(attempt, base, group, looked, begun, tip);
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
        for (Link link : group.links()) {
            String path = items.pathOf(site.name(), site.incarnation(), link.contentId())
                    .orElse(null);
            String with = documents.circumstances(link, path, site.saidRevision()) + " " + group.name() + " " + tip;
            if (link.isProposed() && !link.isDue(with, false)) {
                wanted.add(link);
            } else if (group.isInsteadOfCommit(link) || link.isDue(with, attempt.again())) {
                if (!group.isInsteadOfCommit(link)) {
                    link.tried(path, with);
                }
                attempt.tried(link);
                if (documents.isWanted(link, path)) {
                    wanted.add(link);
                }
            }
        }
        return wanted;
    }

    private Next push(
            Attempt attempt, String base, Group group, List<Link> looked, OpenProposal open, @Nullable String tip)
            throws IOException, RepositoryUnavailableException {
        WriteBackStatement how = attempt.site().statement().writeBack();
        Ground ground = ground(attempt, base, looked, open, tip);
        var edits = new LinkEdits(attempt.reader(), attempt.copy().treeOf(ground.commit()));
        for (Link link : looked) {
            attempt.tried(link);
            if (!link.isRefusedNow()) {
                edits.propose(link, link.path(), open);
            }
        }
        String parent = ground.isOfBase() ? attempt.head() : null;
        if (edits.files().isEmpty()) {
            if (tip == null) {
                proposals.drop(open);
            } else {
                attempt.became(all -> all.at(open, tip, null, group.because()));
            }
            return Next.NOTHING;
        }
        String commit = attempt.copy().commit(texts.commit(how, ground.commit(), edits.files()));
        PushOutcome outcome = attempt.copy().push(attempt.access(), open.branch(), tip, commit);
        LOG.infof(
                "links proposed (site=%s, branch=%s, links=%d): %s",
                attempt.site().name(), open.branch(), edits.edited().size(), outcome);
        return outcome.handle(
                pushed -> {
                    edits.edited().forEach(link -> link.proposed(open, pushed));
                    attempt.became(all -> all.at(open, pushed, parent, group.because()));
                    return Next.NOTHING;
                },
                () -> Next.AGAIN,
                refused -> {
                    String own = "the branch " + open.branch() + " was not taken: " + refused.reason();
                    String why = group.because() == null ? own : group.because() + "; and " + own;
                    edits.edited().forEach(link -> link.refused(why));
                    if (tip == null) {
                        proposals.drop(open);
                    }
                    return Next.NOTHING;
                });
    }

    /**
     * What a commit goes on top of.
     *
     * @param isOfBase whether it has all that the followed branch has
     */
    private record Ground(String commit, boolean isOfBase) {}

    /** The branch as it is, with the followed one merged into it where that has documents that the branch lacks. */
    private Ground ground(Attempt attempt, String base, List<Link> looked, OpenProposal open, @Nullable String tip)
            throws IOException {
        if (tip == null) {
            return new Ground(attempt.head(), true);
        }
        CommitTree there = attempt.copy().treeOf(tip);
        List<Link> lacking = looked.stream()
                .filter(link -> !link.isProposed())
                .filter(link -> link.path() == null || there.blob(link.path()) == null)
                .toList();
        if (lacking.isEmpty()) {
            return new Ground(tip, false);
        }
        Merge merge = attempt.copy()
                .merge(
                        tip,
                        attempt.head(),
                        texts.merge(attempt.site().statement().writeBack(), base, open.branch()));
        if (merge.commit().isPresent()) {
            return new Ground(merge.commit().get(), true);
        }
        String why = "The branch " + open.branch() + " and " + base + " contradict each other in "
                + String.join(", ", merge.conflicts()) + "; merge or close what is proposed there.";
        lacking.forEach(link -> link.refused(why));
        return new Ground(tip, false);
    }
}
