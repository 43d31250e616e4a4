package org.commitcast.ingest.writeback;

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
import org.commitcast.ingest.inbox.WorkQueue;
import org.commitcast.ingest.receipt.DiscussionsFollowed;
import org.commitcast.ingest.site.SiteRemoved;

/** All links that are or were to be written back. */
@ApplicationScoped
class Links implements PanacheRepositoryBase<Link, String> {
    private final WorkQueue work;
    private final WriteBackConfig config;

    Links(WorkQueue work, WriteBackConfig config) {
        this.work = work;
        this.config = config;
    }

    void discussed(@Observes DiscussionsFollowed event) throws SQLException {
        DiscussionState state = event.state();
        boolean any = false;
        for (DiscussionThread thread : state.threads()) {
            if (thread.primary() && thread.origin() != Origin.FRONT_MATTER) {
                any |= take(state, thread);
            }
        }
        if (any) {
            work.writeBackIn(state.site(), config.window());
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

    @Transactional
    List<Link> pending(String site, String incarnation) {
        return list("site = ?1 and incarnation = ?2 and state = ?3 order by id", site, incarnation, Link.State.PENDING);
    }

    /** Stores what became of some. */
    @Transactional
    void settle(Collection<Link> settled) {
        settled.forEach(link -> getEntityManager().merge(link));
    }
}
