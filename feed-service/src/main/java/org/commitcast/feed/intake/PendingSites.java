package org.commitcast.feed.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.TreeSet;
import org.commitcast.eventtransport.CaughtUp;
import org.commitcast.eventtransport.Outage;
import org.commitcast.feed.publishing.OutdatedFeeds;
import org.commitcast.feed.serving.ServedDocuments;
import org.commitcast.feed.store.KnownSites;
import org.jboss.logging.Logger;

/**
 * Publishes what no record causes: sites read during a replay, or that could not be published when their records came,
 * and feeds of an older renderer or another address.
 */
@ApplicationScoped
class PendingSites {
    private static final Logger LOG = Logger.getLogger(PendingSites.class);

    private final Replay replay;
    private final CaughtUp caughtUp;
    private final KnownSites sites;
    private final OutdatedFeeds outdated;
    private final SitePublishing publishing;
    private final ServedDocuments served;

    PendingSites(
            Replay replay,
            CaughtUp caughtUp,
            KnownSites sites,
            OutdatedFeeds outdated,
            SitePublishing publishing,
            ServedDocuments served) {
        this.replay = replay;
        this.caughtUp = caughtUp;
        this.sites = sites;
        this.outdated = outdated;
        this.publishing = publishing;
        this.served = served;
    }

    /** At once, because readers wait for these feeds. */
    void publishAfterReplay(@Observes ReplayCompleted event) {
        publishDue();
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void publish() {
        publishDue();
    }

    private synchronized void publishDue() {
        if (!replay.isComplete() || !caughtUp.isCaughtUp()) {
            return;
        }
        try {
            Set<String> unmade = new TreeSet<>();
            for (String site : QuarkusTransaction.requiringNew().call(this::due)) {
                if (!publishing.publish(site)) {
                    unmade.add(site);
                }
            }
            served.completed(unmade);
        } catch (RuntimeException e) {
            if (!Outage.isBehind(e)) {
                throw e;
            }
            LOG.debugf("pending sites wait for the database: %s", e.getMessage());
        }
    }

    private Set<String> due() {
        Set<String> due = new TreeSet<>(sites.pending());
        due.addAll(outdated.sites());
        return due;
    }
}
