package org.commitcast.ingest.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When a site's links are to be written back. */
@ApplicationScoped
public class WriteBackTimes {
    private final AgroalDataSource database;

    WriteBackTimes(AgroalDataSource database) {
        this.database = database;
    }

    /** Keeps others who change a site's links waiting until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(String site) throws SQLException {
        holds("select 1 from site_work where site = ? for update", site);
    }

    /** After a while; what comes in the meantime goes along. */
    @Transactional
    public void in(String site, Duration window) throws SQLException {
        run(
                "update site_work set write_back_at = coalesce(write_back_at, now() + make_interval(secs => ?))"
                        + " where site = ?",
                seconds(window),
                site);
    }

    /**
     * For links that are proposed under a name, of which many may come one by one: a while after the last of them.
     *
     * @param longest after the first of them at the latest
     */
    @Transactional
    public void proposeIn(String site, Duration window, Duration longest) throws SQLException {
        run(
                "update site_work set proposals_since = coalesce(proposals_since, now()),"
                        + " proposals_at = least(now() + make_interval(secs => ?),"
                        + " coalesce(proposals_since, now()) + make_interval(secs => ?)) where site = ?",
                seconds(window),
                seconds(longest),
                site);
    }

    /** Whether links with a name may be proposed now. */
    @Transactional
    public boolean areProposalsDue(String site) throws SQLException {
        return holds(
                "select 1 from site_work where site = ? and (proposals_since is null or proposals_at <= now())", site);
    }

    /** A forge says something new of a proposal: the site looks at its proposals soon. */
    @Transactional
    public void lookAtProposals(String site) throws SQLException {
        run("update site_work set proposals_at = now() where site = ? and proposals_since is null", site);
    }

    /**
     * The links with a name that there were are tried.
     *
     * @param more after what time others are that have come by now; absent where none have
     * @param look after what time the proposals are looked at again; absent where none are open
     */
    @Transactional
    public void proposed(String site, @Nullable Duration more, @Nullable Duration look) throws SQLException {
        Double window = more == null ? null : Double.valueOf(seconds(more));
        Double pause = look == null ? null : Double.valueOf(seconds(look));
        run(
                "update site_work set proposals_since = case when ?::float8 is not null then now() end,"
                        + " proposals_at = now() + make_interval(secs => coalesce(?::float8, ?::float8)) where site = ?",
                window,
                window,
                pause,
                site);
    }

    /** Whether they may be now; where none have come lately, what is left from before may be. */
    @Transactional
    public boolean isDue(String site) throws SQLException {
        return holds(
                "select 1 from site_work where site = ? and (write_back_at is null or write_back_at <= now())", site);
    }

    /** Whether those that the forge did not take are to be tried again. */
    @Transactional
    public boolean isRetryDue(String site) throws SQLException {
        return holds("select 1 from site_work where site = ? and write_back_retry_at <= now()", site);
    }

    /** Whether so many rounds in a row will have been lost with this one, if it is. */
    @Transactional
    public boolean isLastRound(String site, int rounds) throws SQLException {
        return holds("select 1 from site_work where site = ? and write_back_lost + 1 >= " + rounds, site);
    }

    /** The branch moves too fast; they are tried again after a while. */
    @Transactional
    public void postpone(String site, Duration pause) throws SQLException {
        run(
                "update site_work set write_back_lost = write_back_lost + 1,"
                        + " write_back_at = now() + make_interval(secs => ?), proposals_at ="
                        + " case when proposals_at is not null then now() + make_interval(secs => ?) end where site = ?",
                seconds(pause),
                seconds(pause),
                site);
    }

    /**
     * What there was is tried.
     *
     * @param more whether others are to be written by now
     * @param retry after what time the refused ones are tried again; absent where there are none
     */
    @Transactional
    public void tried(String site, boolean more, @Nullable Duration retry) throws SQLException {
        Double pause = retry == null ? null : seconds(retry);
        run(
                "update site_work set write_back_lost = 0, write_back_at = case when ? then coalesce(write_back_at, now()) end,"
                        + " write_back_retry_at = case when ?::float8 is null then null"
                        + " when write_back_retry_at > now() then write_back_retry_at"
                        + " else now() + make_interval(secs => ?::float8) end where site = ?",
                more,
                pause,
                pause,
                site);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private boolean holds(String sql, String site) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }
}
