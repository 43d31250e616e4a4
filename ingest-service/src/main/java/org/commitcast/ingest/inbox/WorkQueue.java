package org.commitcast.ingest.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be done for which site, and how it goes. */
@ApplicationScoped
public class WorkQueue {
    private final WorkRows rows;

    WorkQueue(WorkRows rows) {
        this.rows = rows;
    }

    /** Makes a site known here. */
    @Transactional
    public void add(String site) throws SQLException {
        rows.run(
                "insert into site_work (site) values (?) on conflict (site) do update set failures = 0, reason = null,"
                        + " next_attempt_at = null, left_alone_until = null, next_look_at = now(), seen_commit = null, release_at = null,"
                        + " write_back_at = null, write_back_retry_at = null, proposals_at = null, proposals_since = null",
                site);
    }

    /** Forgets a site that was removed; not one that has been registered again meanwhile. */
    @Transactional
    public void remove(String site) throws SQLException {
        if (!rows.sites("select name from site where name = ? and not removed for share", site)
                .isEmpty()) {
            return;
        }
        rows.run("delete from site_work where site = ?", site);
        rows.run("delete from delivery where site = ?", site);
    }

    /**
     * Gives the lease back; whatever was due otherwise still is.
     *
     * @param done whether what was due is published; otherwise it is tried again in some seconds
     */
    @Transactional
    public void released(String site, String holder, boolean done) throws SQLException {
        rows.run(
                "update site_work set holder = null, lease_until = null,"
                        + " release_again_at = case when ? then null else now() + interval '5 seconds' end"
                        + " where site = ? and holder = ?",
                done,
                site,
                holder);
    }

    /** Gives the lease back; all went well. */
    @Transactional
    public void done(String site, String holder) throws SQLException {
        rows.run(
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
        rows.run(
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
        rows.run("update site_work set last_fetched_at = now(), seen_commit = ? where site = ?", commit, site);
    }

    /**
     * When the next document is due by its date; absent where none is. Not at once, because the clock that the document
     * is compared with may be behind the database's.
     */
    @Transactional
    public void releaseAt(String site, @Nullable Instant due) throws SQLException {
        Timestamp at = due == null ? null : Timestamp.from(due);
        rows.run(
                "update site_work set release_at = case when ?::timestamptz is null then null else greatest(?::timestamptz, now() + interval '1 second') end where site = ?",
                at,
                at,
                site);
    }

    /** The forge refuses statuses and is left alone for a while; says whether that is news. */
    @Transactional
    public boolean statusRefused(String site, String reason, Duration pause) throws SQLException {
        boolean news = !rows.sites("select site from site_work where site = ? and status_problem is null", site)
                .isEmpty();
        rows.run(
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
        rows.run(
                "update site_work set status_problem = null, status_retry_at = null"
                        + " where site = ? and status_retry_at is not null",
                site);
    }

    /** Its owner said something new of the repository, which may be another one now. */
    @Transactional
    public void repositoryMayBeAsked(String site) throws SQLException {
        rows.run("update site_work set left_alone_until = null where site = ? and left_alone_until is not null", site);
    }

    /** How it goes. */
    public WorkState state(String site) throws SQLException {
        return rows
                .read(
                        row -> new WorkState(row.getString(1), instant(row, 2), instant(row, 3), row.getString(4)),
                        "select reason, next_attempt_at, last_fetched_at, status_problem from site_work where site = ?",
                        site)
                .stream()
                .findFirst()
                .orElse(WorkState.NONE);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
