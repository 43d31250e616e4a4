package org.commitcast.ingest.probe;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentreading.episode.HostedAudio;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.ingest.inbox.Arrival;
import org.commitcast.ingest.inbox.Inbox;
import org.commitcast.ingest.inbox.OwnSource;
import org.commitcast.ingest.receipt.FindingLog;
import org.commitcast.ingest.receipt.FindingLog.Origin;
import org.commitcast.ingest.receipt.ReceiptsChanged;

/** The looks that are due, and what becomes of them. */
@ApplicationScoped
class Looks {
    private static final String DUE = "select id, site, incarnation, path, line, col, url, host, length, type, holds,"
            + " attempts from enclosure_probe p where state <> 'GOOD' and next_attempt_at <= now()"
            + " and (lease_until is null or lease_until < now()) and not exists (select 1 from enclosure_probe q"
            + " where q.host = p.host and q.lease_until >= now()) order by next_attempt_at, id limit 100"
            + " for update skip locked";
    private static final String SETTLE = "update enclosure_probe set state = ?, attempts = attempts + 1,"
            + " lease_until = null, next_attempt_at = now() + make_interval(secs => ?)"
            + " where id = ? and url = ? and length is not distinct from ? and type = ? and holds = ?";

    private final AgroalDataSource database;
    private final FindingLog findings;
    private final Inbox inbox;
    private final Event<AudioProven> proven;
    private final Event<ReceiptsChanged> receipts;

    Looks(
            AgroalDataSource database,
            FindingLog findings,
            Inbox inbox,
            Event<AudioProven> proven,
            Event<ReceiptsChanged> receipts) {
        this.database = database;
        this.findings = findings;
        this.inbox = inbox;
        this.proven = proven;
        this.receipts = receipts;
    }

    /** Takes some, no two of one host. */
    @Transactional(rollbackOn = Exception.class)
    List<Look> take(int most, Duration lease) throws SQLException {
        List<Look> taken = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE);
                PreparedStatement keep = connection.prepareStatement(
                        "update enclosure_probe set lease_until = now() + make_interval(secs => ?) where id = ?");
                ResultSet rows = select.executeQuery()) {
            Set<String> hosts = new HashSet<>();
            while (rows.next() && taken.size() < most) {
                Look look = look(rows);
                if (hosts.add(look.host())) {
                    keep.setDouble(1, lease.toMillis() / 1000.0);
                    keep.setLong(2, look.id());
                    keep.executeUpdate();
                    taken.add(look);
                }
            }
        }
        return taken;
    }

    private static Look look(ResultSet row) throws SQLException {
        long length = row.getLong(9);
        Long claimed = row.wasNull() ? null : Long.valueOf(length);
        return new Look(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(8),
                new ClaimedAudio(
                        row.getString(4),
                        new Position(row.getInt(5), row.getInt(6)),
                        new Enclosure(row.getString(7), claimed, row.getString(10), null)),
                row.getBoolean(11),
                row.getInt(12));
    }

    /** Notes what was found, unless the document claims something else by now. */
    @Transactional(rollbackOn = Exception.class)
    void settle(Look look, HostedAudio there, Duration again) throws SQLException {
        boolean good = look.isProven(there);
        if (!update(look, good, again)) {
            return;
        }
        String path = look.claimed().path();
        findings.replace(look.site(), look.incarnation(), Origin.PROBE, List.of(path), look.findings(there));
        receipts.fire(new ReceiptsChanged(look.site(), look.incarnation(), commits(look)));
        if (good && look.holds()) {
            proven.fire(new AudioProven(look.site(), look.incarnation(), path));
            inbox.put(Arrival.own(look.site(), OwnSource.AUDIO));
        }
    }

    private boolean update(Look look, boolean good, Duration again) throws SQLException {
        Enclosure claimed = look.claimed().enclosure();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(SETTLE)) {
            update.setString(1, good ? "GOOD" : "BAD");
            update.setDouble(2, again.toMillis() / 1000.0);
            update.setLong(3, look.id());
            update.setString(4, claimed.url());
            update.setObject(5, claimed.length(), java.sql.Types.BIGINT);
            update.setString(6, claimed.type());
            update.setBoolean(7, look.holds());
            return update.executeUpdate() > 0;
        }
    }

    private List<String> commits(Look look) throws SQLException {
        String sql = "select commit_sha from item where site = ? and incarnation = ? and path = ? and present";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, look.site());
            select.setString(2, look.incarnation());
            select.setString(3, look.claimed().path());
            List<String> commits = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    commits.add(rows.getString(1));
                }
            }
            return commits;
        }
    }
}
