package org.commitcast.ingest.hosting;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commitcast.ingest.checkout.BranchCommit;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.checkout.Fetched;
import org.commitcast.ingest.checkout.LocalCopies;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.checkout.PushOutcome;
import org.commitcast.ingest.checkout.RepositoryUnavailableException;
import org.commitcast.ingest.hosting.Listing.Listed;
import org.commitcast.ingest.receipt.HostedItems;
import org.commitcast.ingest.site.SiteStatement.PublishStatement;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings a branch up to the documents that feed-service has: worked out from the fetched head, one commit for all that
 * differs, pushed without force, and none where nothing differs.
 */
@ApplicationScoped
class HostingWork {
    private static final Logger LOG = Logger.getLogger(HostingWork.class);

    private final HostingTargets targets;
    private final HostingOutcomes outcomes;
    private final Hostings hostings;
    private final HostedItems items;
    private final FeedService feeds;
    private final LocalCopies copies;
    private final HostingConfig config;
    private final Clock clock;

    HostingWork(
            HostingTargets targets,
            HostingOutcomes outcomes,
            Hostings hostings,
            HostedItems items,
            FeedService feeds,
            LocalCopies copies,
            HostingConfig config,
            Clock clock) {
        this.targets = targets;
        this.outcomes = outcomes;
        this.hostings = hostings;
        this.items = items;
        this.feeds = feeds;
        this.copies = copies;
        this.config = config;
        this.clock = clock;
    }

    void run(HostingDue due) throws SQLException, IOException {
        Optional<HostingTarget> target = targets.of(due.site(), due.incarnation());
        if (target.isEmpty()) {
            hostings.forget(due);
            return;
        }
        try {
            bringUp(due, target.get());
        } catch (NotYetException e) {
            LOG.infof("feeds are committed a little later (site=%s): %s", due.site(), e.getMessage());
            outcomes.notYet(due, String.valueOf(e.getMessage()));
        } catch (RepositoryUnavailableException e) {
            LOG.infof("feeds cannot be committed, will be tried again (site=%s): %s", due.site(), e.reason());
            outcomes.hindered(due, target.get(), e.reason(), e.retryAfter());
        }
    }

    private void bringUp(HostingDue due, HostingTarget target)
            throws SQLException, IOException, NotYetException, RepositoryUnavailableException {
        Listing listing = listing(due);
        Map<String, Listed> places = Places.of(target.publish(), target.feeds(), listing.documents());
        Set<String> left = Places.ofOthers(target.publish(), target.feeds());
        try (LocalCopy copy = copies.openToFetch(LocalCopies.ofHosting(due.incarnation()))) {
            for (int tries = 0; tries < config.tries(); tries++) {
                Fetched head = fetch(copy, target);
                Edits edits = edits(due, copy, head.head());
                edits.bring(places, left, document -> feeds.bytes(due.site(), document));
                if (isThere(edits, head, places)) {
                    outcomes.settled(due, listing, edits, head.branch(), head.head(), false);
                    return;
                }
                String commit = copy.commit(commit(target.publish(), head.head(), edits));
                // Before anybody can see it.
                outcomes.committing(due, commit);
                PushOutcome outcome = copy.push(target.access(), head.branch(), head.head(), commit);
                LOG.infof("feeds pushed (site=%s): %s", due.site(), outcome);
                if (outcome.handle(pushed -> true, () -> false, reason -> false)) {
                    outcomes.settled(due, listing, edits, head.branch(), commit, true);
                    return;
                }
                outcomes.notTaken(due, commit);
                Optional<String> refusal = outcome.handle(
                        pushed -> Optional.<String>empty(), Optional::empty, refused -> Optional.of(refused.reason()));
                if (refusal.isPresent()) {
                    outcomes.hindered(due, target, refusal.get(), null);
                    return;
                }
            }
        }
        throw new NotYetException("the branch moves too fast");
    }

    /** A branch is not made for an empty list. */
    private static boolean isThere(Edits edits, Fetched head, Map<String, Listed> places) {
        return edits.isEmpty() || (head.head() == null && places.isEmpty());
    }

    private Listing listing(HostingDue due) throws SQLException, NotYetException {
        Listing listing = feeds.documents(due.site());
        if (!listing.incarnation().equals(due.incarnation()) || !listing.settled()) {
            throw new NotYetException("feed-service does not have all of the site yet");
        }
        if (listing.through() < items.toldThrough(due.site(), due.incarnation())) {
            // Its store was put back and knows less than it told: readers are not to see feeds go back.
            throw new NotYetException("feed-service has less of the site than it told");
        }
        return listing;
    }

    private static Fetched fetch(LocalCopy copy, HostingTarget target) throws RepositoryUnavailableException {
        Optional<String> branch = target.branch();
        return branch.isPresent()
                ? new Fetched(
                        branch.get(),
                        copy.fetchIfThere(target.access(), branch.get()).orElse(null))
                : copy.fetch(target.access(), Optional.empty());
    }

    private static Edits edits(HostingDue due, LocalCopy copy, @Nullable String head) {
        CommitTree tree = head == null ? null : copy.tree(head);
        return new Edits(due.site(), copy, tree, due.written());
    }

    private BranchCommit commit(PublishStatement how, @Nullable String head, Edits edits) {
        return new BranchCommit(
                head,
                edits.files(),
                edits.removed(),
                Optional.ofNullable(how.name()).orElse(config.name()),
                Optional.ofNullable(how.email()).orElse(config.email()),
                Optional.ofNullable(how.message()).orElse(config.message()),
                clock.instant());
    }
}
