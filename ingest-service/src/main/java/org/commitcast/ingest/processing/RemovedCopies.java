package org.commitcast.ingest.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import org.commitcast.ingest.checkout.LocalCopies;
import org.commitcast.ingest.site.SiteRemoved;
import org.jboss.logging.Logger;

/** Gives back the disk of sites that are gone; work that is cut off by it finds that out when it wants to write. */
@ApplicationScoped
class RemovedCopies {
    private static final Logger LOG = Logger.getLogger(RemovedCopies.class);

    private final LocalCopies copies;

    RemovedCopies(LocalCopies copies) {
        this.copies = copies;
    }

    void removed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SiteRemoved removal) {
        try {
            copies.delete(removal.site().incarnation());
        } catch (IOException e) {
            LOG.warnf("local copy stays on disk (site=%s): %s", removal.site().name(), e.getMessage());
        }
    }
}
