package org.commitcast.feed.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.commitcast.eventtransport.Outage;
import org.commitcast.feed.publishing.Publisher;
import org.commitcast.feed.publishing.Setbacks;
import org.jboss.logging.Logger;

/** Publishes one site, in transactions of its own: what is wrong with it costs no record and keeps no other waiting. */
@ApplicationScoped
class SitePublishing {
    private static final Logger LOG = Logger.getLogger(SitePublishing.class);

    private final Publisher publisher;
    private final Setbacks setbacks;

    SitePublishing(Publisher publisher, Setbacks setbacks) {
        this.publisher = publisher;
        this.setbacks = setbacks;
    }

    /** Says whether it could be done; fails only where the database is away. Otherwise the site stays pending. */
    boolean publish(String site) {
        try {
            while (QuarkusTransaction.requiringNew().call(() -> publisher.renderAhead(site))) {
                // Until nothing is due: a new renderer has every item of the site to do.
            }
            QuarkusTransaction.requiringNew().run(() -> publisher.publish(site));
            return true;
        } catch (RuntimeException | Error e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            if (setbacks.note(site, "they cannot be made: " + e.getMessage())) {
                // Once, though it is tried each second.
                LOG.errorf(e, "feeds will be tried again (site %s)", site);
            }
            return false;
        }
    }
}
