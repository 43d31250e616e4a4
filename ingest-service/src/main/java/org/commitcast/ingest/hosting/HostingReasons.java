package org.commitcast.ingest.hosting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import org.commitcast.ingest.receipt.FeedFollowed;
import org.commitcast.ingest.receipt.FindingLog;
import org.commitcast.ingest.receipt.FindingLog.Origin;
import org.commitcast.ingest.site.SiteRemoved;
import org.commitcast.ingest.site.SiteSaid;

/** What gives reason to look at a site's branch, written down in the transaction that stores it. */
@ApplicationScoped
class HostingReasons {
    private final Hostings hostings;
    private final HostingTargets targets;
    private final FindingLog findings;
    private final Event<HostingWanted> wanted;

    HostingReasons(Hostings hostings, HostingTargets targets, FindingLog findings, Event<HostingWanted> wanted) {
        this.hostings = hostings;
        this.targets = targets;
        this.findings = findings;
        this.wanted = wanted;
    }

    void fed(@Observes FeedFollowed told) throws SQLException {
        if (targets.wants(told.state().site())) {
            want(told.state().site(), told.state().incarnation(), false);
        }
    }

    void said(@Observes SiteSaid said) throws SQLException {
        if (said.statement().publish() != null) {
            want(said.site(), said.incarnation(), true);
        } else {
            hostings.forget(said.site());
            findings.replaceAll(said.site(), said.incarnation(), Origin.HOSTING, List.of());
        }
    }

    void removed(@Observes SiteRemoved removal) throws SQLException {
        hostings.forget(removal.site().name());
    }

    private void want(String site, String incarnation, boolean otherwise) throws SQLException {
        hostings.want(site, incarnation, otherwise);
        wanted.fire(new HostingWanted());
    }
}
