package org.commitcast.ingest.writeback;

import static org.commitcast.ingest.writeback.Link.State.PENDING;
import static org.commitcast.ingest.writeback.Link.State.PROPOSED;
import static org.commitcast.ingest.writeback.Link.State.REFUSED;
import static org.commitcast.ingest.writeback.Link.State.WAITING;

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
        forgetOthers(state);
        if (plain) {
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

    /** What was rejected before it was written is not written later. */
    private void forgetOthers(DiscussionState state) {
        Set<String> leading = state.threads().stream()
                .filter(DiscussionThread::primary)
                .map(DiscussionThread::platform)
                .collect(Collectors.toSet());
        list("contentId", state.contentId()).stream()
                .filter(link -> !leading.contains(link.platform()))
                .forEach(link -> link.forgotten(state.revision()));
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

    /** All that are to be written, or may be some day, and those that are proposed. */
    @Transactional
    List<Link> open(SiteAtWork site) {
        return list(
                OF_SITE + " order by id",
                site.name(),
                site.incarnation(),
                List.of(PENDING, WAITING, REFUSED, PROPOSED));
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
        refusals.report(site, refused);
        times.tried(site.name(), isAnyPending(site, "is null"), refused.isEmpty() ? null : config.retry());
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
        refusals.report(site, List.of());
        times.tried(site.name(), false, null);
        times.proposed(site.name(), null, null);
    }
}
