package org.commitcast.ingest.writeback;

import static org.commitcast.ingest.writeback.Link.State.PENDING;
import static org.commitcast.ingest.writeback.Link.State.PROPOSED;
import static org.commitcast.ingest.writeback.Link.State.REFUSED;
import static org.commitcast.ingest.writeback.Link.State.WAITING;
import static org.commitcast.ingest.writeback.Link.State.WITHDRAWN;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.ingest.inbox.WriteBackTimes;
import org.commitcast.ingest.proposal.OpenProposal;
import org.commitcast.ingest.proposal.Proposals;
import org.commitcast.ingest.publishing.SiteAtWork;
import org.commitcast.ingest.receipt.DiscussionsFollowed;
import org.commitcast.ingest.site.SiteRemoved;
import org.jspecify.annotations.Nullable;

/** All links that are or were to be written back. */
@ApplicationScoped
class Links implements PanacheRepositoryBase<Link, String> {
    private static final String OF_SITE = "site = ?1 and incarnation = ?2 and state in ?3";

    private final WriteBackTimes times;
    private final Refusals refusals;
    private final Proposals proposals;
    private final WriteBackConfig config;

    Links(WriteBackTimes times, Refusals refusals, Proposals proposals, WriteBackConfig config) {
        this.times = times;
        this.proposals = proposals;
        this.refusals = refusals;
        this.config = config;
    }

    void discussed(@Observes DiscussionsFollowed event) throws SQLException {
        DiscussionState state = event.state();
        times.hold(state.site());
        boolean plain = false;
        boolean named = false;
        for (DiscussionThread thread : state.threads()) {
            if (thread.primary() && thread.origin() != Origin.FRONT_MATTER && take(state, thread)) {
                plain |= name(thread) == null;
                named |= name(thread) != null;
            }
        }
        if (forgetOthers(state) || plain) {
            times.in(state.site(), config.window());
        }
        if (named) {
            times.proposeIn(state.site(), config.proposalWindow(), config.longestProposalWindow());
        }
    }

    private static @Nullable String name(DiscussionThread thread) {
        String name = thread.proposal();
        return name == null || name.isBlank() ? null : name.strip();
    }

    /** What was rejected before it was written is not written later; says whether anything is to be taken out for it. */
    private boolean forgetOthers(DiscussionState state) {
        Set<String> leading = state.threads().stream()
                .filter(DiscussionThread::primary)
                .map(DiscussionThread::platform)
                .collect(Collectors.toSet());
        boolean out = false;
        for (Link link : list("contentId", state.contentId())) {
            if (!leading.contains(link.platform())) {
                out |= link.forgotten(state.revision());
            }
        }
        return out;
    }

    private boolean take(DiscussionState state, DiscussionThread thread) {
        Link link = findByIdOptional(Link.id(state.contentId(), thread.platform()))
                .orElseGet(() -> new Link(state.site(), state.incarnation(), state.contentId(), thread.platform()));
        boolean pending = link.become(thread.url(), name(thread), state.revision());
        persist(link);
        return pending;
    }

    void removed(@Observes SiteRemoved removal) {
        delete("site = ?1", removal.site().name());
    }

    /** All that are to be written, or may be some day, and all that are or were part of some proposals. */
    @Transactional
    List<Link> open(SiteAtWork site, List<OpenProposal> proposed) {
        return list(
                "site = ?1 and incarnation = ?2 and (state in ?3 or proposalId in ?4) order by id",
                site.name(),
                site.incarnation(),
                List.of(PENDING, WAITING, REFUSED, PROPOSED, WITHDRAWN),
                proposed.stream().map(OpenProposal::id).toList());
    }

    /**
     * Stores what became of some. Others may have come since they were read, and some may be others now; what comes
     * from here on waits and wakes the site itself.
     */
    @Transactional(rollbackOn = Exception.class)
    void settle(SiteAtWork site, Attempt attempt) throws SQLException {
        times.hold(site.name());
        attempt.tried().forEach(link -> findByIdOptional(link.id()).ifPresent(now -> now.settle(link)));
        attempt.outcomes().forEach(outcome -> outcome.store(proposals));
        Duration look = proposals.nextLook(site);
        List<Link> refused = list(OF_SITE + " order by id", site.name(), site.incarnation(), List.of(REFUSED));
        List<Link> withdrawn = list(OF_SITE + " order by id", site.name(), site.incarnation(), List.of(WITHDRAWN));
        List<Link> stuck = withdrawn.stream().filter(Link::isStuck).toList();
        refusals.report(site, refused, stuck);
        boolean more = stuck.size() < withdrawn.size() || isAnyPending(site, "is null");
        times.tried(site.name(), more, refused.isEmpty() ? null : config.retry());
        if (attempt.hasProposed()) {
            Duration window = isAnyPending(site, "is not null") ? config.proposalWindow() : null;
            times.proposed(site.name(), window, look);
        }
    }

    private boolean isAnyPending(SiteAtWork site, String proposal) {
        return count(OF_SITE + " and proposal " + proposal, site.name(), site.incarnation(), List.of(PENDING)) > 0;
    }

    /** None are written at this site as it is. */
    @Transactional(rollbackOn = Exception.class)
    void rest(SiteAtWork site) throws SQLException {
        refusals.report(site, List.of(), List.of());
        proposals.rest(site);
        times.tried(site.name(), false, null);
        times.proposed(site.name(), null, null);
    }
}
