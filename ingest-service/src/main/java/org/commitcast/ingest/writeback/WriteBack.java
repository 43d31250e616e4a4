package org.commitcast.ingest.writeback;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.checkout.PushOutcome;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.inbox.WriteBackTimes;
import org.commitcast.ingest.proposal.OpenProposal;
import org.commitcast.ingest.proposal.Proposals;
import org.commitcast.ingest.publishing.Items;
import org.commitcast.ingest.publishing.KnownRules;
import org.commitcast.ingest.publishing.SiteAtWork;
import org.commitcast.ingest.publishing.SitesAtWork.Job;
import org.commitcast.ingest.site.WriteBackStatement;
import org.commitcast.ingest.site.WriteBackStatement.Mode;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes discussion links into documents: worked out from the head that was just published, found there by content id,
 * one commit for all of a site's links, pushed without force. Links that are to be proposed, and those that the branch
 * does not take, go onto branches of our own.
 */
@ApplicationScoped
public class WriteBack {
    private static final Logger LOG = Logger.getLogger(WriteBack.class);

    private final Links links;
    private final LinkProposals proposing;
    private final Proposals proposals;
    private final Items items;
    private final KnownRules rules;
    private final WriteBackTimes times;
    private final WriteBackConfig config;
    private final CommitTexts texts;

    WriteBack(
            Links links,
            LinkProposals proposing,
            Proposals proposals,
            Items items,
            KnownRules rules,
            WriteBackTimes times,
            WriteBackConfig config,
            CommitTexts texts) {
        this.rules = rules;
        this.links = links;
        this.proposing = proposing;
        this.proposals = proposals;
        this.items = items;
        this.times = times;
        this.config = config;
        this.texts = texts;
    }

    /** What is to be done after a try. */
    public enum Next {
        /** Nothing is left to be written. */
        NOTHING,
        /** Our commit is the head now: it is to be taken in like any other. */
        TAKE_IN,
        /** The branch has moved on: it is to be taken in, and then tried again. */
        AGAIN
    }

    /** The branch moved each time. */
    public void postpone(String site) throws SQLException {
        times.postpone(site, config.pause());
    }

    /** How often to try while the branch moves. */
    public int tries() {
        return config.tries();
    }

    /**
     * Tries once.
     *
     * @param endsRound whether it is not tried again in this round; after some rounds in which the branch moved each time
     *     it is given up
     * @throws RepositoryUnavailableException where the repository does not answer
     */
    public Next tryOnce(Job job, LocalCopy copy, boolean endsRound)
            throws SQLException, IOException, RepositoryUnavailableException {
        SiteAtWork site = job.site();
        String head = site.processed();
        var due = new Due(times.isDue(site.name()), times.areProposalsDue(site.name()));
        if (!due.plain() && !due.named()) {
            return Next.NOTHING;
        }
        if (head == null || !site.statement().writeBack().enabled()) {
            links.rest(site);
            return Next.NOTHING;
        }
        CommitTree tree = copy.tree(head);
        var attempt = new Attempt(job, copy, head, rules.atProcessed(site, tree), times.isRetryDue(site.name()));
        if (endsRound && times.isLastRound(site.name(), config.rounds())) {
            attempt.isLast();
        }
        Next next = write(attempt, job.knownBranch(), due);
        if (next == Next.AGAIN && attempt.wasLast()) {
            LOG.infof("links are not written back (site=%s): the branch moved each time", site.name());
            attempt.giveUp(
                    "Somebody else pushed before each of our last " + config.tries() * config.rounds() + " tries.");
            next = Next.NOTHING;
        }
        if (next != Next.AGAIN) {
            links.settle(site, attempt);
        }
        return next;
    }

    /**
     * What is due.
     *
     * @param named whether links that are proposed under a name are
     */
    private record Due(boolean plain, boolean named) {
        boolean holds(Link link) {
            return !link.isPending() || (link.proposal() == null ? plain : named);
        }
    }

    private Next write(Attempt attempt, Optional<String> branch, Due due)
            throws SQLException, IOException, RepositoryUnavailableException {
        List<OpenProposal> proposed = proposals.open(attempt.site());
        Map<String, Group> groups = new TreeMap<>();
        for (OpenProposal one : proposed) {
            groups.put(one.name(), new Group(one.name(), one));
        }
        var edits = new LinkEdits(attempt.reader(), attempt.tree());
        for (Link link : links.open(attempt.site(), proposed)) {
            Group in = group(link, groups);
            if (in != null) {
                in.members().add(link);
            }
            if (link.isOpen() && due.holds(link)) {
                attempt.considers(link);
                String name = in != null
                        ? in.name()
                        : name(link, attempt.site().statement().writeBack());
                if (in == null && link.isWithdrawn()) {
                    // Its proposal is over, and the branch nobody's matter.
                    attempt.tried(link);
                    link.left(link.reason());
                } else if (name == null) {
                    edit(attempt, edits, link);
                } else {
                    groups.computeIfAbsent(name, fresh -> new Group(fresh, null))
                            .links()
                            .add(link);
                }
            }
        }
        if (edits.files().isEmpty() && groups.isEmpty()) {
            attempt.proposedIf(due.named());
            return Next.NOTHING;
        } else if (branch.isEmpty()) {
            // The default branch has another name since: who takes it in finds that.
            return Next.AGAIN;
        }
        Next next = edits.files().isEmpty() ? Next.NOTHING : push(attempt, branch.get(), edits, groups);
        if (next == Next.NOTHING) {
            attempt.proposedIf(due.named());
            return groups.isEmpty() ? next : proposing.bring(attempt, branch.get(), groups.values());
        }
        return next;
    }

    /** The open proposal that a link is part of. */
    private static @Nullable Group group(Link link, Map<String, Group> groups) {
        for (Group group : groups.values()) {
            if (group.open() != null && link.isIn(group.open())) {
                return group;
            }
        }
        return null;
    }

    /** The name of the proposal that a link goes into; null where it is committed. */
    private static @Nullable String name(Link link, WriteBackStatement how) {
        String named = link.proposal();
        return named == null && how.mode() == Mode.PROPOSAL ? "" : named;
    }

    private void edit(Attempt attempt, LinkEdits edits, Link link) {
        SiteAtWork site = attempt.site();
        String path =
                items.pathOf(site.name(), site.incarnation(), link.contentId()).orElse(null);
        String with = edits.circumstances(link, path, site.saidRevision());
        if (link.isDue(with, attempt.again())) {
            link.tried(path, with);
            edits.add(link, path);
            attempt.tried(link);
        }
    }

    private Next push(Attempt attempt, String branch, LinkEdits edits, Map<String, Group> groups)
            throws IOException, RepositoryUnavailableException {
        WriteBackStatement how = attempt.site().statement().writeBack();
        String commit = attempt.copy().commit(texts.commit(how, attempt.head(), edits.files()));
        PushOutcome outcome = attempt.copy().push(attempt.access(), branch, attempt.head(), commit);
        LOG.infof("links written back (site=%s): %s", attempt.site().name(), outcome);
        return outcome.handle(
                pushed -> {
                    edits.edited().forEach(link -> link.committed(pushed));
                    return Next.TAKE_IN;
                },
                () -> Next.AGAIN,
                refused -> {
                    if (refused.ofThisBranch()) {
                        groups.computeIfAbsent("", name -> new Group(name, null))
                                .insteadOfCommit(edits.edited(), refused.reason());
                    } else {
                        edits.edited().forEach(link -> link.refused(refused.reason()));
                    }
                    return Next.NOTHING;
                });
    }
}
