package org.commitcast.notify.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.commitcast.eventtransport.CaughtUp;
import org.commitcast.notify.announcement.AnnouncementDue;
import org.commitcast.notify.announcement.AnnouncementRetried;
import org.commitcast.notify.announcement.Ledger;
import org.commitcast.notify.channel.ChannelChanged;
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
    private volatile boolean stopping;

    DeliverySchedule(Ledger ledger, Delivery delivery, Abandoned abandoned, DatabaseTime time, CaughtUp caughtUp) {
        this.ledger = ledger;
        this.delivery = delivery;
        this.abandoned = abandoned;
        this.time = time;
        this.caughtUp = caughtUp;
        this.lanes = new Lanes("deliveries", delivery::deliverAll);
    }

    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) AnnouncementDue due) {
        if (ready()) {
            lanes.wake(due.channel());
        }
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChannelChanged changed) {
        delivery.endQuiet(changed.channel().name());
    }

    void retried(@Observes(during = TransactionPhase.AFTER_SUCCESS) AnnouncementRetried retried) {
        delivery.endQuiet(retried.channel());
        lanes.wake(retried.channel());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void wakeDue() {
        if (ready()) {
            QuarkusTransaction.requiringNew()
                    .call(() -> ledger.channelsDue(time.now()))
                    .forEach(lanes::wake);
        }
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void settleAbandoned() {
        if (ready()) {
            abandoned.settleAll();
        }
    }

    private boolean ready() {
        return caughtUp.isCaughtUp() && !stopping;
    }

    /** Before the relay stops: what has been taken and not sent is given back, and the topic is told. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        delivery.stop();
        lanes.close();
    }
}
