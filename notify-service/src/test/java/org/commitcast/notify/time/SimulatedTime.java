package org.commitcast.notify.time;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Time that passes as fast as a measurement can go. */
@Alternative
@Singleton
public class SimulatedTime extends DatabaseTime {
    private volatile Instant now = Instant.EPOCH;

    SimulatedTime(EntityManager database) {
        super(database);
    }

    @Override
    public Instant now() {
        return now;
    }

    public void set(Instant next) {
        now = next;
    }
}
