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
    private String told = "";

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
            tell(e);
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
                tell(e);
            }
        }
    }

    /** Once for each reason: a wrong password or a migration that fails is nothing that waiting mends. */
    private void tell(FlywayException why) {
        String reason = String.valueOf(why.getMessage());
        if (!reason.equals(told)) {
            LOG.warnf("the tables are not up to date, tried again each second: %s", reason);
        }
        told = reason;
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
