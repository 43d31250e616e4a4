package org.commitcast.notify.gate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.commitcast.notify.announcement.AnnouncementWaits;
import org.commitcast.notify.lane.Lanes;

/** Looks at once at what comes back to the gate. */
@ApplicationScoped
class GateReviews {
    private final Lanes lanes;

    GateReviews(Gatekeeper gatekeeper) {
        this.lanes = new Lanes(
                "gate-reviews", item -> QuarkusTransaction.requiringNew().run(() -> gatekeeper.review(item)));
    }

    void review(@Observes(during = TransactionPhase.AFTER_SUCCESS) AnnouncementWaits waits) {
        lanes.wake(waits.contentId());
    }

    void stop(@Observes ShutdownEvent event) {
        lanes.close();
    }
}
