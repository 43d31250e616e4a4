package org.commitcast.ingest.site;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** All sites. */
@ApplicationScoped
public class Sites implements PanacheRepositoryBase<Site, String> {

    /** A site that is there now. */
    public Optional<Site> registered(String name) {
        return findByIdOptional(name).filter(site -> !site.removed());
    }

    /** The same, kept from changes by others until the transaction is over. */
    public Optional<Site> locked(String name) {
        return findByIdOptional(name, LockModeType.PESSIMISTIC_WRITE).filter(site -> !site.removed());
    }

    /** By name, after the given one. */
    List<Site> page(String after, int size) {
        return find("removed = false and name > ?1 order by name", after)
                .page(0, size)
                .list();
    }
}
