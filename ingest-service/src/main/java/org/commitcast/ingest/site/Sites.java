package org.commitcast.ingest.site;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commitcast.ingest.checkout.RepositoryKey;

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

    /** The names of sites that read from one of these repositories, given by {@link RepositoryKey}. */
    @Transactional
    public List<String> readingFrom(Collection<String> repositoryKeys) {
        Set<String> names = new TreeSet<>();
        for (String key : repositoryKeys) {
            var found = RepositoryKey.isOnAnyHost(key)
                    ? find("removed = false and right(repositoryKey, ?2) = ?1", key.substring(1), key.length() - 1)
                    : find("removed = false and repositoryKey = ?1", key);
            found.stream().map(Site::name).forEach(names::add);
        }
        return List.copyOf(names);
    }

    /** Those of all sites that are there now. */
    @Transactional
    public Set<String> incarnations() {
        return list("removed = false").stream().map(Site::incarnation).collect(Collectors.toSet());
    }

    /** By name, after the given one. */
    List<Site> page(String after, int size) {
        return find("removed = false and name > ?1 order by name", after)
                .page(0, size)
                .list();
    }
}
