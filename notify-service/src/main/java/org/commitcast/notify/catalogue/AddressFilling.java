package org.commitcast.notify.catalogue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.commitcast.notify.lane.Lanes;

/** Gives the keys of their addresses to items that an earlier version stored. */
@ApplicationScoped
class AddressFilling {
    private final Items items;
    private final Lanes lanes = new Lanes("address-keys", all -> fillAll());
    private volatile boolean stopping;

    AddressFilling(Items items) {
        this.items = items;
    }

    void start(@Observes StartupEvent event) {
        lanes.wake("all");
    }

    private void fillAll() {
        int filled;
        do {
            filled = QuarkusTransaction.requiringNew().call(items::fillAddresses);
        } while (filled > 0 && !stopping);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        lanes.close();
    }
}
