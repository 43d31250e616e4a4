package org.commitcast.feed.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.SiteState;

/** The sites. Whoever changes what hangs on one holds its lock first, in the order of names. */
@ApplicationScoped
public class KnownSites implements PanacheRepositoryBase<KnownSite, String> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Clock clock;

    KnownSites(Clock clock) {
        this.clock = clock;
    }

    /** The site as it is, held until the transaction ends. */
    public Optional<SiteState> lock(String site) {
        return row(site).map(KnownSite::state);
    }

    /** Remembers that the site's feeds must be looked at later; or that this is done. */
    public void setPending(String site, boolean pending) {
        row(site).ifPresent(known -> known.setPending(pending));
    }

    /** Remembers that records of the site have come, and that its feeds must be made of them. */
    public void touch(String site) {
        row(site).ifPresent(known -> known.touch(clock.instant()));
    }

    /** Whether its last records came so long ago that what they wait for must be missing. */
    public boolean isOverdue(String site) {
        return row(site)
                .filter(known -> known.touchedAt().isBefore(clock.instant().minus(PATIENCE)))
                .isPresent();
    }

    /** Whether records have come that its feeds are not made of yet. */
    public boolean isPending(String site) {
        return row(site).filter(KnownSite::pending).isPresent();
    }

    /** Sites whose feeds must be looked at, though no record will cause it. */
    public List<String> pending() {
        return getEntityManager()
                .createQuery("select s.site from KnownSite s where s.pending = true order by s.site", String.class)
                .getResultList();
    }

    /**
     * Takes what a topic told, if it is newer.
     *
     * @return the incarnation that this ended, if it did
     */
    Optional<String> take(SiteState told) {
        Optional<KnownSite> known = row(told.site());
        if (known.isEmpty()) {
            persist(new KnownSite(told));
            return Optional.empty();
        }
        String before = known.get().incarnation();
        boolean ended = known.get().take(told)
                && (told.lifecycle() == SiteState.Lifecycle.REMOVED
                        || !told.incarnation().equals(before));
        return ended ? Optional.of(before) : Optional.empty();
    }

    private Optional<KnownSite> row(String site) {
        return findByIdOptional(site, LockModeType.PESSIMISTIC_WRITE);
    }
}
