package org.commitcast.ingest.writeback;

import static org.commitcast.ingest.writeback.Link.State.PENDING;
import static org.commitcast.ingest.writeback.Link.State.REFUSED;
import static org.commitcast.ingest.writeback.Link.State.WAITING;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.ingest.inbox.WriteBackTimes;
import org.commitcast.ingest.publishing.SiteAtWork;
import org.commitcast.ingest.receipt.DiscussionsFollowed;
import org.commitcast.ingest.site.SiteRemoved;

/** All links that are or were to be written back. */
@ApplicationScoped
class Links implements PanacheRepositoryBase<Link, String> {
    private static final String OF_SITE = "site = ?1 and incarnation = ?2 and state in ?3";

    private final WriteBackTimes times;
    private final Refusals refusals;
    private final WriteBackConfig config;

    Links(WriteBackTimes times, Refusals refusals, WriteBackConfig config) {
        this.times = times;
        this.refusals = refusals;
        this.config = config;
    }

    void discussed(@Observes DiscussionsFollowed event) throws SQLException {
        DiscussionState state = event.state();
        times.hold(state.site());
        boolean any = false;
        for (DiscussionThread thread : state.threads()) {
            if (thread.primary() && thread.origin() != Origin.FRONT_MATTER) {
                any |= take(state, thread);
            }
        }
        if (any) {
            times.in(state.site(), config.window());
        }
    }

    private boolean take(DiscussionState state, DiscussionThread thread) {
        Link link = findByIdOptional(Link.id(state.contentId(), thread.platform()))
                .orElseGet(() -> new Link(state.site(), state.incarnation(), state.contentId(), thread.platform()));
        boolean pending = link.become(thread.url(), state.revision());
        persist(link);
        return pending;
    }

    void removed(@Observes SiteRemoved removal) {
        delete("site = ?1", removal.site().name());
    }

    /** All that are to be written, or may be some day. */
    @Transactional
    List<Link> open(SiteAtWork site) {
        return list(OF_SITE + " order by id", site.name(), site.incarnation(), List.of(PENDING, WAITING, REFUSED));
    }

    /**
     * Stores what became of some. Others may have come since they were read, and some may be others now; what comes
     * from here on waits and wakes the site itself.
     */
    @Transactional(rollbackOn = Exception.class)
    void settle(SiteAtWork site, Collection<Link> tried) throws SQLException {
        times.hold(site.name());
        tried.forEach(link -> findByIdOptional(link.id()).ifPresent(now -> now.settle(link)));
        boolean more = count(OF_SITE, site.name(), site.incarnation(), List.of(PENDING)) > 0;
        List<Link> refused = list(OF_SITE + " order by id", site.name(), site.incarnation(), List.of(REFUSED));
        refusals.report(site, refused);
        times.tried(site.name(), more, refused.isEmpty() ? null : config.retry());
    }

    /** None are written at this site as it is. */
    @Transactional(rollbackOn = Exception.class)
    void rest(SiteAtWork site) throws SQLException {
        refusals.report(site, List.of());
        times.tried(site.name(), false, null);
    }
}
