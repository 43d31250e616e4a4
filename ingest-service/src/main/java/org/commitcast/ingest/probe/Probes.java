package org.commitcast.ingest.probe;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentreading.site.EnclosureProbing;
import org.commitcast.ingest.receipt.FindingLog;
import org.commitcast.ingest.receipt.FindingLog.Origin;
import org.commitcast.ingest.site.SiteRemoved;
import org.jspecify.annotations.Nullable;

/** Which audio is to be looked at, and what was found. SQL, because an import wants thousands. */
@ApplicationScoped
public class Probes {
    private static final String WANT =
            "insert into enclosure_probe (site, incarnation, path, line, col, url, host, length, type, holds)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (site, incarnation, path) do update set line = excluded.line, col = excluded.col,"
                    + " url = excluded.url, host = excluded.host, length = excluded.length, type = excluded.type,"
                    + " holds = excluded.holds, state = 'DUE', attempts = 0, next_attempt_at = now()"
                    + " where (enclosure_probe.line, enclosure_probe.col, enclosure_probe.url, enclosure_probe.length,"
                    + " enclosure_probe.type, enclosure_probe.holds) is distinct from (excluded.line, excluded.col,"
                    + " excluded.url, excluded.length, excluded.type, excluded.holds)";
    private static final String STALE =
            "with gone as (delete from enclosure_probe p where p.site = ? and p.incarnation = ?"
                    + " and (?::text[] is null or p.path = any(?)) and not exists (select 1 from item i"
                    + " where i.site = p.site and i.incarnation = p.incarnation and i.path = p.path and i.present)"
                    + " returning p.site, p.incarnation, p.path)"
                    + " delete from finding f using gone where f.origin = 'PROBE' and f.site = gone.site"
                    + " and f.incarnation = gone.incarnation and f.path = gone.path";

    private final AgroalDataSource database;
    private final FindingLog findings;
    private final Event<ProbesWanted> wanted;

    Probes(AgroalDataSource database, FindingLog findings, Event<ProbesWanted> wanted) {
        this.database = database;
        this.findings = findings;
        this.wanted = wanted;
    }

    /** Takes in what documents claim now, in the caller's transaction; what is known of the same claim is kept. */
    public void follow(String site, String incarnation, EnclosureProbing how, List<ClaimedAudio> claims)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (how == EnclosureProbing.OFF) {
                delete(connection, site, incarnation);
                return;
            }
            try (PreparedStatement want = connection.prepareStatement(WANT)) {
                for (ClaimedAudio claim : claims) {
                    fill(want, site, incarnation, claim, how == EnclosureProbing.HOLD);
                    want.addBatch();
                }
                want.executeBatch();
            }
        }
        wanted.fire(new ProbesWanted());
    }

    /**
     * Forgets documents that are not there any more; after the items were written.
     *
     * @param paths that may be such; null where any may
     */
    public void prune(String site, String incarnation, @Nullable Collection<String> paths) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(STALE)) {
            delete.setString(1, site);
            delete.setString(2, incarnation);
            Array some = paths == null ? null : connection.createArrayOf("text", paths.toArray());
            delete.setArray(3, some);
            delete.setArray(4, some);
            delete.executeUpdate();
        }
    }

    private static void fill(PreparedStatement want, String site, String incarnation, ClaimedAudio claim, boolean holds)
            throws SQLException {
        Enclosure enclosure = claim.enclosure();
        Long length = enclosure.length();
        want.setString(1, site);
        want.setString(2, incarnation);
        want.setString(3, claim.path());
        want.setInt(4, claim.place().line());
        want.setInt(5, claim.place().column());
        want.setString(6, enclosure.url());
        want.setString(7, host(enclosure.url()));
        want.setObject(8, length, Types.BIGINT);
        want.setString(9, enclosure.type());
        want.setBoolean(10, holds);
    }

    private static String host(String url) {
        try {
            return String.valueOf(URI.create(url).getHost());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Whether the audio was seen to be there as claimed. */
    public boolean isProven(String site, String incarnation, Enclosure enclosure) {
        String sql = "select 1 from enclosure_probe where site = ? and incarnation = ? and url = ?"
                + " and length is not distinct from ? and type = ? and state = 'GOOD'";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site);
            select.setString(2, incarnation);
            select.setString(3, enclosure.url());
            select.setObject(4, enclosure.length(), Types.BIGINT);
            select.setString(5, enclosure.type());
            return select.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException("what is known of audio of " + site + " cannot be read", e);
        }
    }

    void removed(@Observes SiteRemoved removal) throws SQLException {
        try (Connection connection = database.getConnection()) {
            delete(connection, removal.site().name(), removal.site().incarnation());
        }
    }

    private void delete(Connection connection, String site, String incarnation) throws SQLException {
        String sql = "delete from enclosure_probe where site = ? and incarnation = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, site);
            delete.setString(2, incarnation);
            if (delete.executeUpdate() > 0) {
                findings.replaceAll(site, incarnation, Origin.PROBE, List.of());
            }
        }
    }
}
