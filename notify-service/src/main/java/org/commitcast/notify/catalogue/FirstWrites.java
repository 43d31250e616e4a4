package org.commitcast.notify.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Locks what has no row yet that could be locked: of two who would write its first row, the second finds it. */
@ApplicationScoped
public class FirstWrites {
    private final EntityManager database;

    FirstWrites(EntityManager database) {
        this.database = database;
    }

    /** Held until the transaction ends. */
    public void lock(String table, String key) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                .setParameter(1, table + " " + key)
                .getSingleResult();
    }
}
