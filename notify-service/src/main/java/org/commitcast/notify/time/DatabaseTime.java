package org.commitcast.notify.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** What time it is in the database. */
@ApplicationScoped
public class DatabaseTime {
    private final EntityManager database;

    DatabaseTime(EntityManager database) {
        this.database = database;
    }

    /** The time now, also when a lock had to be waited for since the transaction began. */
    public Instant now() {
        return (Instant) database.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }
}
