package org.commitcast.ingest.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Which site is worked on by whom. A lease belongs to one holder and runs out by the database's clock. */
@ApplicationScoped
public class SiteClaims {
    /** What failed is tried again in any case: what woke it may be done, and its repository still unread. */
    private static final String DUE = "(w.left_alone_until is null or w.left_alone_until <= now()) and ("
            + " exists (select 1 from delivery d where d.site = w.site and d.processed_at is null"
            + "   and (w.next_attempt_at is null or w.next_attempt_at <= now() or d.received_at > w.attempted_at))"
            + " or (w.release_at <= now() and w.release_at > w.attempted_at)"
            + " or (w.failures > 0 and w.next_attempt_at <= now())"
            + " or (w.next_attempt_at is null or w.next_attempt_at <= now())"
            + "   and (w.release_at <= now() or coalesce(w.write_back_at, w.write_back_retry_at) <= now()"
            + "   or w.proposals_at <= now()))";

    private static final String FREE =
            "(w.lease_until is null or w.lease_until < now()" + "   or starts_with(w.holder, ?) and w.site <> all (?))";

    private static final String CLAIM = "update site_work set holder = ?,"
            + " lease_until = now() + make_interval(secs => ?), attempted_at = clock_timestamp()"
            + " where site = (select w.site from site_work w where " + FREE + " and " + DUE
            + " and (w.failures = 0 or ?) and (w.last_fetched_at is not null or ?)"
            + " order by w.attempted_at nulls first limit 1 for update skip locked)"
            + " returning site, failures > 0, last_fetched_at is null";

    private static final String CLAIM_RELEASE = "update site_work set holder = ?,"
            + " lease_until = now() + make_interval(secs => ?), release_tried_at = clock_timestamp(),"
            + " release_again_at = null"
            + " where site = (select w.site from site_work w where " + FREE
            + " and w.failures > 0 and w.last_fetched_at is not null and w.release_at <= now()"
            + " and (w.release_tried_at is null or w.release_at > w.release_tried_at or w.release_again_at <= now())"
            + " order by w.release_at limit 1 for update skip locked) returning site";

    private final WorkRows rows;

    SiteClaims(WorkRows rows) {
        this.rows = rows;
    }

    /**
     * A site that is worked on.
     *
     * @param holder who holds it: this taking and no other
     * @param failing whether its last try failed
     * @param unread whether it was never read
     */
    public record Claim(String site, String holder, boolean failing, boolean unread) {}

    /**
     * Takes a site that has something to do and that nobody works on.
     *
     * @param holder unique to this taking, and beginning with {@code instance}
     * @param instance which begins the names of all that one instance takes
     * @param atWork what the holder works on at the moment; a site that the store says is the holder's and that is not
     *     among them could not be given back when the database was away
     * @param alsoFailing whether it may be one whose last try failed
     * @param alsoNew whether it may be one that was never read
     */
    @Transactional
    public Optional<Claim> claim(
            String holder, String instance, Duration lease, Set<String> atWork, boolean alsoFailing, boolean alsoNew)
            throws SQLException {
        return rows
                .read(
                        row -> new Claim(row.getString(1), holder, row.getBoolean(2), row.getBoolean(3)),
                        CLAIM,
                        holder,
                        (double) lease.toSeconds(),
                        instance,
                        atWork.toArray(String[]::new),
                        alsoFailing,
                        alsoNew)
                .stream()
                .findFirst();
    }

    /**
     * Takes a site whose last try failed and of which a document is due by its date: that waits neither for the forge,
     * which may be silent, nor for the site's turn amongst others that fail. Once for each such time.
     *
     * @return its name
     */
    @Transactional
    public Optional<String> claimRelease(String holder, String instance, Duration lease, Set<String> atWork)
            throws SQLException {
        return rows
                .sites(CLAIM_RELEASE, holder, (double) lease.toSeconds(), instance, atWork.toArray(String[]::new))
                .stream()
                .findFirst();
    }

    /** Keeps the leases of what an instance works on. */
    @Transactional
    public void renew(String instance, Duration lease, Set<String> atWork) throws SQLException {
        rows.run(
                "update site_work set lease_until = now() + make_interval(secs => ?)"
                        + " where starts_with(holder, ?) and site = any (?)",
                (double) lease.toSeconds(),
                instance,
                atWork.toArray(String[]::new));
    }

    /** Whether the lease is still the holder's; asked in the transaction that depends on it, which then keeps it. */
    public boolean isHeldBy(String site, String holder) throws SQLException {
        return !rows.sites(
                        "select site from site_work where site = ? and holder = ? and lease_until > now() for update",
                        site,
                        holder)
                .isEmpty();
    }
}
