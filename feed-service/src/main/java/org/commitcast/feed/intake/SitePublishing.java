package org.commitcast.feed.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.commitcast.eventtransport.Outage;
import org.commitcast.feed.publishing.Publisher;
import org.jboss.logging.Logger;

/** Publishes one site, in transactions of its own: what is wrong with it costs no record and keeps no other waiting. */
@ApplicationScoped
class SitePublishing {
    private static final Logger LOG = Logger.getLogger(SitePublishing.class);

    private final Publisher publisher;
    /** Named once, though they are tried each second. */
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    SitePublishing(Publisher publisher) {
        this.publisher = publisher;
    }

    /** Says whether it could be done; fails only where the database is away. Otherwise the site stays pending. */
    boolean publish(String site) {
        try {
            while (QuarkusTransaction.requiringNew().call(() -> publisher.renderAhead(site))) {
                // Until nothing is due: a new renderer has every item of the site to do.
            }
            QuarkusTransaction.requiringNew().run(() -> publisher.publish(site));
            failing.remove(site);
            return true;
        } catch (RuntimeException | Error e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            if (failing.add(site)) {
                LOG.errorf(e, "feeds cannot be made and will be tried again (site %s)", site);
            }
            return false;
        }
    }
}
