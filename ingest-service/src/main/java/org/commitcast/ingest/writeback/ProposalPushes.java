package org.commitcast.ingest.writeback;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.checkout.PushOutcome;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.proposal.OpenProposal;
import org.commitcast.ingest.proposal.Proposals;
import org.commitcast.ingest.site.WriteBackStatement;
import org.commitcast.ingest.writeback.Grounds.Ground;
import org.commitcast.ingest.writeback.WriteBack.Next;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings branches of our own up to their links. The first commit of a branch is made on the head that was just published,
 * later ones on the branch itself as it was fetched: what people did there stays, and nothing is forced.
 */
@ApplicationScoped
class ProposalPushes {
    private static final Logger LOG = Logger.getLogger(ProposalPushes.class);

    private static final String BY_HAND =
            "people changed the document there as well; take it out by hand, or do not merge it.";

    private final Proposals proposals;
    private final Grounds grounds;
    private final CommitTexts texts;

    ProposalPushes(Proposals proposals, Grounds grounds, CommitTexts texts) {
        this.proposals = proposals;
        this.grounds = grounds;
        this.texts = texts;
    }

    /**
     * Brings one up.
     *
     * @param looked links that are to be there
     * @param tip the branch's newest commit; absent where it is to be made
     */
    Next push(Attempt attempt, String base, Group group, List<Link> looked, OpenProposal open, @Nullable String tip)
            throws IOException, RepositoryUnavailableException {
        Ground ground = grounds.of(attempt, base, group, looked, open, tip);
        if (group.isChanged()) {
            attempt.became(all -> all.contradicts(open, ground.contradiction()));
        }
        return new Push(attempt, group, open, ground, tip).of(looked);
    }

    /** A further commit of a branch, or its first. */
    private final class Push {
        private final Attempt attempt;
        private final Group group;
        private final OpenProposal open;
        private final Ground ground;
        private final @Nullable String tip;
        private final LinkEdits edits;
        /** Those that the branch will not have any more. */
        private final List<Link> out = new ArrayList<>();

        Push(Attempt attempt, Group group, OpenProposal open, Ground ground, @Nullable String tip) {
            this.attempt = attempt;
            this.group = group;
            this.open = open;
            this.ground = ground;
            this.tip = tip;
            this.edits = new LinkEdits(attempt.reader(), attempt.copy().treeOf(ground.commit()));
        }

        Next of(List<Link> looked) throws IOException, RepositoryUnavailableException {
            if (!group.withdrawn().isEmpty()) {
                takeOut();
            }
            Stream.concat(
                            looked.stream(),
                            ground.gone().stream().filter(link -> link.isOn(open) && !link.isWithdrawn()))
                    .distinct()
                    .filter(link -> !link.isRefusedNow())
                    .forEach(this::write);
            if (edits.files().isEmpty() && ground.gone().isEmpty()) {
                leaveAsItIs();
                return Next.NOTHING;
            }
            WriteBackStatement how = attempt.site().statement().writeBack();
            String commit = edits.files().isEmpty()
                    ? ground.commit()
                    : attempt.copy().commit(texts.commit(how, ground.commit(), edits.files()));
            PushOutcome outcome = attempt.copy().push(attempt.access(), open.branch(), tip, commit);
            LOG.infof(
                    "links proposed (site=%s, branch=%s, links=%d, taken out=%d): %s",
                    attempt.site().name(), open.branch(), edits.edited().size(), out.size(), outcome);
            return outcome.handle(this::pushed, () -> Next.AGAIN, this::refused);
        }

        private void takeOut() {
            LocalCopy copy = attempt.copy();
            String before = ground.isOfBase()
                    ? attempt.head()
                    : copy.parting(ground.commit(), attempt.head()).orElse(attempt.head());
            var originals = new Originals(attempt.reader(), copy.treeOf(ground.commit()), copy.treeOf(before));
            Map<String, List<Link>> byDocument = new TreeMap<>();
            group.withdrawn().forEach(link -> byDocument
                    .computeIfAbsent(String.valueOf(link.path()), path -> new ArrayList<>())
                    .add(link));
            byDocument.forEach((path, leaving) -> {
                List<Link> standing = originals.standing(path, group.members());
                List<Link> there = leaving.stream().filter(standing::contains).toList();
                Optional<byte[]> without =
                        there.isEmpty() ? Optional.empty() : originals.without(path, standing, there);
                without.ifPresent(document -> edits.restore(path, document));
                leaving.stream()
                        .filter(link -> without.isPresent() || !there.contains(link))
                        .forEach(out::add);
                there.stream().filter(link -> without.isEmpty()).forEach(link -> link.stuck(BY_HAND));
            });
        }

        private void write(Link link) {
            attempt.tried(link);
            if (ground.gone().contains(link)) {
                edits.renew(link, group.document(link), open);
            } else {
                boolean asItWas = link.isOn(open) && !ground.isOfBase();
                edits.propose(link, asItWas ? link.path() : group.document(link), open);
            }
        }

        private void leaveAsItIs() {
            if (tip == null) {
                proposals.drop(open);
                return;
            }
            if (!tip.equals(open.head())) {
                attempt.became(all -> all.at(open, tip, null, group.because()));
            }
            takenOut(tip);
        }

        private Next pushed(String commit) {
            edits.edited().forEach(link -> {
                link.proposed(open, commit);
                link.at(group.document(link) == null ? link.path() : group.document(link));
            });
            String parent = ground.isOfBase() ? attempt.head() : null;
            attempt.became(all -> all.at(open, commit, parent, group.because()));
            takenOut(commit);
            return Next.NOTHING;
        }

        private Next refused(PushOutcome.Refused refused) {
            String own = "the branch " + open.branch() + " was not taken: " + refused.reason();
            String why = group.because() == null ? own : group.because() + "; and " + own;
            edits.edited().forEach(link -> link.refused(why));
            out.forEach(link -> link.stuck(own));
            if (tip == null) {
                proposals.drop(open);
            }
            return Next.NOTHING;
        }

        /** Where nothing of it is left there is nothing to decide about: what we opened we close. */
        private void takenOut(String now) {
            out.forEach(Link::takenOut);
            if (!out.isEmpty() && group.standing().isEmpty()) {
                group.members().forEach(link -> {
                    attempt.tried(link);
                    link.over(false);
                });
                boolean isEmpty = attempt.copy().bringsNothing(now, attempt.head());
                LOG.infof(
                        "a proposal has nothing left (site=%s, branch=%s)",
                        attempt.site().name(), open.branch());
                attempt.became(all -> all.withdraw(open, isEmpty));
            }
        }
    }
}
