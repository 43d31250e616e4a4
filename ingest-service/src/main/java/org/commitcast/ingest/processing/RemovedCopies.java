package org.commitcast.ingest.processing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.commitcast.eventtransport.CaughtUp;
import org.commitcast.ingest.checkout.LocalCopies;
import org.commitcast.ingest.site.SiteRemoved;
import org.commitcast.ingest.site.Sites;
import org.jboss.logging.Logger;

/** Gives back the disk of sites that are gone; work that is cut off by it finds that out when it wants to write. */
@ApplicationScoped
class RemovedCopies {
    private static final Logger LOG = Logger.getLogger(RemovedCopies.class);
    private static final Duration NEW = Duration.ofHours(1);

    private final LocalCopies copies;
    private final Sites sites;
    private final CaughtUp caughtUp;
    private final Clock clock;

    RemovedCopies(LocalCopies copies, Sites sites, CaughtUp caughtUp, Clock clock) {
        this.copies = copies;
        this.sites = sites;
        this.caughtUp = caughtUp;
        this.clock = clock;
    }

    void removed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SiteRemoved removal) {
        try {
            copies.delete(removal.site().incarnation());
            copies.delete(LocalCopies.ofHosting(removal.site().incarnation()));
        } catch (IOException e) {
            LOG.warnf("local copy stays on disk (site=%s): %s", removal.site().name(), e.getMessage());
        }
    }

    /** Those of sites that were removed at another instance, or while none ran. */
    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP, identity = "removed-copies")
    void lookForOthers() throws IOException {
        // Before that the store may know of no site at all.
        if (caughtUp.isCaughtUp()) {
            copies.keepOnly(sites.incarnations(), clock.instant().minus(NEW));
        }
    }
}
