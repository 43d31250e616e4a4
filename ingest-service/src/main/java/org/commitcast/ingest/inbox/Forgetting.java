package org.commitcast.ingest.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.commitcast.eventtransport.Outage;
import org.jboss.logging.Logger;

/** Forgets deliveries that were worked on long ago, so that the inbox does not grow for ever. */
@ApplicationScoped
class Forgetting {
    private static final Logger LOG = Logger.getLogger(Forgetting.class);
    /** At a time, so that no webhook waits for the table. */
    private static final int SOME = 5_000;

    private static final String FORGET = "delete from delivery where id in (select id from delivery"
            + " where processed_at < now() - make_interval(secs => ?) order by id limit ? for update skip locked)";

    private final AgroalDataSource database;
    private final InboxConfig config;

    Forgetting(AgroalDataSource database, InboxConfig config) {
        this.database = database;
        this.config = config;
    }

    @Scheduled(
            every = "${commitcast.inbox.forget-every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class,
            identity = "inbox-forgetting")
    void forget() {
        try {
            while (QuarkusTransaction.requiringNew().call(this::some) == SOME) {
                // Until fewer are left than are forgotten at a time.
            }
        } catch (RuntimeException e) {
            if (!Outage.isBehind(e)) {
                throw e;
            }
            LOG.debugf("old deliveries wait for the database: %s", e.getMessage());
        }
    }

    private int some() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setDouble(1, (double) config.keep().toSeconds());
            delete.setInt(2, SOME);
            return delete.executeUpdate();
        }
    }
}
