package org.commitcast.notify.announcement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commitcast.contentevents.AnnouncementState.Status;
import org.commitcast.eventtransport.Outbox;

/** What was said where. */
@ApplicationScoped
public class Ledger implements PanacheRepositoryBase<LedgerRow, UUID> {
    private final Outbox outbox;
    private final Event<AnnouncementDue> due;
    private final Event<AnnouncementWaits> waits;
    private final Event<AnnouncementPosted> posted;

    Ledger(
            Outbox outbox,
            Event<AnnouncementDue> due,
            Event<AnnouncementWaits> waits,
            Event<AnnouncementPosted> posted) {
        this.outbox = outbox;
        this.due = due;
        this.waits = waits;
        this.posted = posted;
    }

    /**
     * Tells the topic of a row's change, in the transaction of that change.
     *
     * @return what to wait for until Kafka has it
     */
    public long record(LedgerRow row) {
        if (row.isReleased()) {
            due.fire(new AnnouncementDue(row.channel));
        }
        if (row.remoteUrl != null) {
            posted.fire(new AnnouncementPosted(row.state(), row.remoteUrl, row.status == Status.SENT));
        }
        return outbox.append(row.state());
    }

    /** Tells the topic of a row that has to pass the gate once more, or for the first time, though no record comes. */
    public void recordBeforeGate(LedgerRow row) {
        record(row);
        waits.fire(new AnnouncementWaits(row.contentId));
    }

    /** A row that nobody else changes until the transaction ends. */
    public Optional<LedgerRow> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Rows of an item that have not been released yet, locked. */
    public List<LedgerRow> waitingOf(String contentId) {
        return find("contentId = ?1 and status = ?2 and nextAttemptAt is null", contentId, Status.PENDING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Items of these sites, or of any where none is given, that have rows which are not released. */
    public List<String> itemsWaiting(Collection<String> sites, int most) {
        String query = "select distinct contentId from LedgerRow where status = ?1 and nextAttemptAt is null";
        var found =
                sites.isEmpty() ? find(query, Status.PENDING) : find(query + " and site in ?2", Status.PENDING, sites);
        return found.project(String.class).page(0, most).list();
    }

    /** Channels with something to send. */
    public List<String> channelsDue(Instant now) {
        return find(
                        "select distinct channel from LedgerRow where status = ?1 and nextAttemptAt <= ?2",
                        Status.PENDING,
                        now)
                .project(String.class)
                .list();
    }

    /** The next row of a channel that is due, in the items' order, locked; other instances take others. */
    public Optional<LedgerRow> nextDue(String channel, Instant now) {
        String sql =
                """
                select * from announcement where channel = :channel and status = 'PENDING' and next_attempt_at <= :now
                order by sequence, occurred_at limit 1 for update skip locked""";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, LedgerRow.class)
                .setParameter("channel", channel)
                .setParameter("now", now)
                .getResultList();
        return found.stream().map(LedgerRow.class::cast).findFirst();
    }

    /** A row whose holder has gone silent, locked. */
    public Optional<LedgerRow> nextAbandoned(Instant now) {
        String sql =
                """
                select * from announcement where status = 'SENDING' and lease_until <= :now
                limit 1 for update skip locked""";
        List<?> found = getEntityManager()
                .createNativeQuery(sql, LedgerRow.class)
                .setParameter("now", now)
                .getResultList();
        return found.stream().map(LedgerRow.class::cast).findFirst();
    }

    /** Rows that can still be called off, locked. */
    List<LedgerRow> unsent(String condition, Object... parameters) {
        Object[] all = new Object[parameters.length + 1];
        System.arraycopy(parameters, 0, all, 0, parameters.length);
        all[parameters.length] = List.of(Status.PENDING, Status.HELD);
        return find(condition + " and status in ?" + all.length, all)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
