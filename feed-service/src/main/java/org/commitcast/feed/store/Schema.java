package org.commitcast.feed.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Brings the tables up to date when the database is there. Beside the start, not in it: feeds are served from disk
 * while the database is away.
 */
@ApplicationScoped
public class Schema {
    private static final Logger LOG = Logger.getLogger(Schema.class);

    private final Flyway flyway;
    private volatile boolean current;

    Schema(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Whether the tables are there. */
    public boolean isCurrent() {
        return current;
    }

    /** First of all, because everything else looks for the tables. */
    void start(@Observes @Priority(1) StartupEvent event) {
        try {
            migrate();
        } catch (FlywayException e) {
            LOG.warnf("the database is not there yet, its tables wait: %s", e.getMessage());
            Thread thread = new Thread(this::keepTrying, "schema");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void migrate() {
        flyway.migrate();
        current = true;
    }

    private void keepTrying() {
        while (!current) {
            pause();
            try {
                migrate();
            } catch (FlywayException e) {
                LOG.debugf("the database is still not there: %s", e.getMessage());
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the tables were there", e);
        }
    }
}
