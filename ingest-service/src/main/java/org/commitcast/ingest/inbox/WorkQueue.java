package org.commitcast.ingest.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which site is worked on by whom. A lease belongs to one holder and runs out by the database's clock; its rows lie
 * beside the sites, so that taking one never waits for a site that is being written.
 */
@ApplicationScoped
public class WorkQueue {
    /** What failed is tried again in any case: what woke it may be done, and its repository still unread. */
    private static final String DUE = "(w.left_alone_until is null or w.left_alone_until <= now()) and ("
            + " exists (select 1 from delivery d where d.site = w.site and d.processed_at is null"
            + "   and (w.next_attempt_at is null or w.next_attempt_at <= now() or d.received_at > w.attempted_at))"
            + " or (w.release_at <= now() and w.release_at > w.attempted_at)"
            + " or (w.failures > 0 and w.next_attempt_at <= now())"
            + " or (w.next_attempt_at is null or w.next_attempt_at <= now())"
            + "   and (w.release_at <= now() or coalesce(w.write_back_at, w.write_back_retry_at) <= now()))";

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

    private final AgroalDataSource database;

    WorkQueue(AgroalDataSource database) {
        this.database = database;
    }

    /** Makes a site known here. */
    @Transactional
    public void add(String site) throws SQLException {
        run(
                "insert into site_work (site) values (?) on conflict (site) do update set failures = 0, reason = null,"
                        + " next_attempt_at = null, left_alone_until = null, next_look_at = now(), seen_commit = null, release_at = null,"
                        + " write_back_at = null, write_back_retry_at = null",
                site);
    }

    /** Forgets a site that was removed; not one that has been registered again meanwhile. */
    @Transactional
    public void remove(String site) throws SQLException {
        if (!sites("select name from site where name = ? and not removed for share", site)
                .isEmpty()) {
            return;
        }
        run("delete from site_work where site = ?", site);
        run("delete from delivery where site = ?", site);
    }

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
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(CLAIM)) {
            fill(
                    update,
                    holder,
                    (double) lease.toSeconds(),
                    instance,
                    atWork.toArray(String[]::new),
                    alsoFailing,
                    alsoNew);
            try (ResultSet row = update.executeQuery()) {
                return row.next()
                        ? Optional.of(new Claim(row.getString(1), holder, row.getBoolean(2), row.getBoolean(3)))
                        : Optional.empty();
            }
        }
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
        return sites(CLAIM_RELEASE, holder, (double) lease.toSeconds(), instance, atWork.toArray(String[]::new))
                .stream()
                .findFirst();
    }

    /**
     * Gives the lease back; whatever was due otherwise still is.
     *
     * @param done whether what was due is published; otherwise it is tried again in some seconds
     */
    @Transactional
    public void released(String site, String holder, boolean done) throws SQLException {
        run(
                "update site_work set holder = null, lease_until = null,"
                        + " release_again_at = case when ? then null else now() + interval '5 seconds' end"
                        + " where site = ? and holder = ?",
                done,
                site,
                holder);
    }

    /**
     * A site that is worked on.
     *
     * @param holder who holds it: this taking and no other
     * @param failing whether its last try failed
     * @param unread whether it was never read
     */
    public record Claim(String site, String holder, boolean failing, boolean unread) {}

    /** Keeps the leases of what an instance works on. */
    @Transactional
    public void renew(String instance, Duration lease, Set<String> atWork) throws SQLException {
        run(
                "update site_work set lease_until = now() + make_interval(secs => ?)"
                        + " where starts_with(holder, ?) and site = any (?)",
                (double) lease.toSeconds(),
                instance,
                atWork.toArray(String[]::new));
    }

    /** Whether the lease is still the holder's; asked in the transaction that depends on it, which then keeps it. */
    public boolean isHeldBy(String site, String holder) throws SQLException {
        return !sites(
                        "select site from site_work where site = ? and holder = ? and lease_until > now() for update",
                        site,
                        holder)
                .isEmpty();
    }

    /** Gives the lease back; all went well. */
    @Transactional
    public void done(String site, String holder) throws SQLException {
        run(
                "update site_work set holder = null, lease_until = null, failures = 0, reason = null,"
                        + " next_attempt_at = null, left_alone_until = null where site = ? and holder = ?",
                site,
                holder);
    }

    /**
     * Gives the lease back; it is tried again later, each time after a longer while, at most after 15 minutes.
     *
     * @param pause for which the other side wants to be left alone, whatever else wakes the site; at most an hour of it
     *     is granted
     */
    @Transactional
    public void failed(String site, String holder, String reason, @Nullable Duration pause) throws SQLException {
        double seconds = pause == null ? 0.0 : pause.toSeconds();
        run(
                "update site_work set holder = null, lease_until = null, failures = failures + 1, reason = ?,"
                        + " left_alone_until = case when ? > 0 then now() + least(interval '1 hour', make_interval(secs => ?)) end,"
                        + " next_attempt_at = now() + greatest(least(interval '1 hour', make_interval(secs => ?)),"
                        + " least(interval '15 minutes',"
                        + " interval '2 seconds' * power(2, least(failures, 12)) * (0.8 + random() * 0.4)))"
                        + " where site = ? and holder = ?",
                reason,
                seconds,
                seconds,
                seconds,
                site,
                holder);
    }

    /** The repository was read. */
    @Transactional
    public void fetched(String site, @Nullable String commit) throws SQLException {
        run("update site_work set last_fetched_at = now(), seen_commit = ? where site = ?", commit, site);
    }

    /**
     * When the next document is due by its date; absent where none is. Not at once, because the clock that the document
     * is compared with may be behind the database's.
     */
    @Transactional
    public void releaseAt(String site, @Nullable Instant due) throws SQLException {
        Timestamp at = due == null ? null : Timestamp.from(due);
        run(
                "update site_work set release_at = case when ?::timestamptz is null then null else greatest(?::timestamptz, now() + interval '1 second') end where site = ?",
                at,
                at,
                site);
    }

    /** The forge refuses statuses and is left alone for a while; says whether that is news. */
    @Transactional
    public boolean statusRefused(String site, String reason, Duration pause) throws SQLException {
        boolean news = !sites("select site from site_work where site = ? and status_problem is null", site)
                .isEmpty();
        run(
                "update site_work set status_problem = ?, status_retry_at = now() + make_interval(secs => ?)"
                        + " where site = ?",
                reason,
                pause.toMillis() / 1000.0,
                site);
        return news;
    }

    /** The forge takes statuses, or is to be asked again whether it does. */
    @Transactional
    public void statusesMayGo(String site) throws SQLException {
        run(
                "update site_work set status_problem = null, status_retry_at = null"
                        + " where site = ? and status_retry_at is not null",
                site);
    }

    /** Its owner said something new of the repository, which may be another one now. */
    @Transactional
    public void repositoryMayBeAsked(String site) throws SQLException {
        run("update site_work set left_alone_until = null where site = ? and left_alone_until is not null", site);
    }

    /** How it goes. */
    public WorkState state(String site) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select reason, next_attempt_at, last_fetched_at, status_problem from site_work where site = ?")) {
            select.setString(1, site);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new WorkState(row.getString(1), instant(row, 2), instant(row, 3), row.getString(4))
                        : WorkState.NONE;
            }
        }
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            statement.executeUpdate();
        }
    }

    private List<String> sites(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            List<String> sites = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sites.add(rows.getString(1));
                }
            }
            return sites;
        }
    }

    private static void fill(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
