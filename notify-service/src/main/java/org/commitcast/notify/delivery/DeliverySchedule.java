package org.commitcast.notify.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.commitcast.eventtransport.CaughtUp;
import org.commitcast.notify.announcement.AnnouncementDue;
import org.commitcast.notify.announcement.Ledger;
import org.commitcast.notify.lane.Lanes;
import org.commitcast.notify.time.DatabaseTime;

/** Wakes channels: at once when something becomes due here, within a second for all that the database holds. */
@ApplicationScoped
class DeliverySchedule {
    private final Ledger ledger;
    private final Delivery delivery;
    private final Abandoned abandoned;
    private final DatabaseTime time;
    private final CaughtUp caughtUp;
    private final Lanes lanes;

    DeliverySchedule(Ledger ledger, Delivery delivery, Abandoned abandoned, DatabaseTime time, CaughtUp caughtUp) {
        this.ledger = ledger;
        this.delivery = delivery;
        this.abandoned = abandoned;
        this.time = time;
        this.caughtUp = caughtUp;
        this.lanes = new Lanes("deliveries", delivery::deliverAll);
    }

    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) AnnouncementDue due) {
        if (caughtUp.isCaughtUp()) {
            lanes.wake(due.channel());
        }
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void wakeDue() {
        if (caughtUp.isCaughtUp()) {
            QuarkusTransaction.requiringNew()
                    .call(() -> ledger.channelsDue(time.now()))
                    .forEach(lanes::wake);
        }
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void settleAbandoned() {
        if (caughtUp.isCaughtUp()) {
            abandoned.settleAll();
        }
    }

    @PreDestroy
    void stop() {
        delivery.stop();
        lanes.close();
    }
}
