package org.commitcast.feed.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.commitcast.feed.store.SiteStore;
import org.commitcast.feed.store.StateBatch;

/** A second set of the same tables. While a transaction is in it, everything that knows the tables works on these. */
@ApplicationScoped
class ShadowStore {
    private static final List<String> TABLES = List.of("site", "entry", "discussion", "transcript", "item_source");

    private final EntityManager entities;
    private final SiteStore store;

    ShadowStore(EntityManager entities, SiteStore store) {
        this.entities = entities;
        this.store = store;
    }

    /** Takes records in here. The rest of the transaction is in here too. */
    void take(StateBatch batch) {
        enter();
        store.take(batch);
    }

    /** For the rest of the transaction, or until {@link #leave()}. */
    void enter() {
        lookIn("shadow, public");
    }

    void leave() {
        lookIn("default");
    }

    private void lookIn(String schemas) {
        // What Hibernate holds of one set of tables must not pass for the other's.
        entities.flush();
        entities.clear();
        execute("set local search_path to " + schemas);
    }

    void clear(String site) {
        TABLES.forEach(table -> executeFor(site, "delete from shadow." + table + " where site = :site"));
    }

    /** Puts what is here of the site in the place of what the store had. */
    void replace(String site) {
        for (String table : TABLES) {
            executeFor(site, "delete from public." + table + " where site = :site");
            executeFor(site, "insert into public." + table + " select * from shadow." + table + " where site = :site");
        }
        clear(site);
    }

    private void execute(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }

    private void executeFor(String site, String sql) {
        entities.createNativeQuery(sql).setParameter("site", site).executeUpdate();
    }
}
