package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Runs what may only happen once the transaction is kept, in the order in which it was asked for. */
@ApplicationScoped
class AfterCommit {
    private static final Logger LOG = Logger.getLogger(AfterCommit.class);

    private final TransactionSynchronizationRegistry transactions;

    AfterCommit(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    void run(Runnable action) {
        deferred().actions().add(action);
    }

    /** One for all of a transaction: several are run in the order that it likes, which is the last one first. */
    private Deferred deferred() {
        if (transactions.getResource(AfterCommit.class) instanceof Deferred begun) {
            return begun;
        }
        Deferred deferred = new Deferred(new ArrayList<>());
        transactions.putResource(AfterCommit.class, deferred);
        transactions.registerInterposedSynchronization(deferred);
        return deferred;
    }

    private record Deferred(List<Runnable> actions) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                actions.forEach(Deferred::run);
            }
        }

        /** What fails keeps no other from being done; the store is looked at within a second. */
        private static void run(Runnable action) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.warn("what is stored is not served yet", e);
            }
        }
    }
}
