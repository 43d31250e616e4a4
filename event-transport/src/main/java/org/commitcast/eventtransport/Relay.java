package org.commitcast.eventtransport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Sends the outbox to Kafka, in its order. Of all instances of a service one relays at a time: it holds a lease in the
 * database, and the service's fixed transactional id on the broker. Opening a producer under that id fences the
 * predecessor, so a relay that was frozen and thaws cannot append behind its successor: order on the topic is kept,
 * and with it the meaning of compaction.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);

    private final RelaySessions sessions;
    private final RelayLease lease;
    private final RelaySignal signal;
    private final OutboxRows rows;
    private final Thread thread = new Thread(this::run, "relay");
    private volatile boolean stopping;

    Relay(RelaySessions sessions, RelayLease lease, RelaySignal signal, OutboxRows rows) {
        this.sessions = sessions;
        this.lease = lease;
        this.signal = signal;
        this.rows = rows;
    }

    /**
     * Waits until Kafka has acknowledged an appended event, whichever instance sent it. Must not be called in the
     * transaction that appended it.
     *
     * @return whether it was acknowledged within that time
     * @throws StoreUnavailableException where the database does not answer
     */
    public boolean awaitSent(long outboxId, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (rows.contains(outboxId)) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                // Another instance may be the one that relays, and nobody tells us when it does.
                signal.awaitSent(Duration.ofMillis(25));
            }
            return true;
        } catch (SQLException e) {
            throw new StoreUnavailableException("outgoing events could not be read", e);
        }
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends nothing more, closes the producer and gives the lease back, so that another instance goes on at once. */
    void stop() throws InterruptedException {
        stopping = true;
        signal.wake();
        thread.join(Duration.ofSeconds(10).toMillis());
    }

    private void run() {
        boolean troubled = false;
        boolean caughtUp = false;
        while (!stopping) {
            try {
                if (!caughtUp) {
                    sessions.catchUp();
                    caughtUp = true;
                }
                if (lease.takeOrRenew()) {
                    relayWhileHeld();
                    troubled = false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException | Error e) {
                // Also errors: a service whose relay thread has ended would look healthy and tell nobody anything.
                // Once per outage: a broker that is away for an hour must not fill the log.
                if (!troubled) {
                    LOG.warnf(e, "relaying is interrupted and will be tried again");
                }
                troubled = true;
            }
            pause();
        }
    }

    private void relayWhileHeld() throws SQLException, InterruptedException {
        try (RelaySession session = sessions.open()) {
            long renewAt = 0;
            while (!stopping) {
                if (System.nanoTime() - renewAt >= 0) {
                    if (!lease.takeOrRenew()) {
                        return;
                    }
                    renewAt = System.nanoTime() + lease.length().toNanos() / 3;
                }
                if (session.sendOldest() == 0) {
                    signal.awaitWork(IDLE);
                } else {
                    signal.announceSent();
                }
            }
        }
        lease.release();
    }

    private void pause() {
        if (stopping) {
            return;
        }
        try {
            Thread.sleep(BACK_OFF.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
