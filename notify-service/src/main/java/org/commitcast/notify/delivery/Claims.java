package org.commitcast.notify.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.commitcast.announcementtext.TextForm;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.eventtransport.Outage;
import org.commitcast.notify.announcement.Endings;
import org.commitcast.notify.announcement.Ledger;
import org.commitcast.notify.announcement.LedgerRow;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.SiteRow;
import org.commitcast.notify.catalogue.Sites;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.Announcer;
import org.commitcast.notify.channel.ChannelRow;
import org.commitcast.notify.channel.Channels;
import org.commitcast.notify.submission.Submissions;
import org.commitcast.notify.submission.Wanted;
import org.commitcast.notify.time.DatabaseTime;
import org.jboss.logging.Logger;

/** Takes rows for attempts and settles them; each in a transaction of its own. */
@ApplicationScoped
class Claims {
    /** Twice what an attempt can take; short, because a crash leaves its announcement waiting for so long. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(Claims.class);
    private static final Duration PUT_OFF = Duration.ofMinutes(5);

    private final Ledger ledger;
    private final Channels channels;
    private final Items items;
    private final Sites sites;
    private final Endings endings;
    private final Submissions submissions;
    private final DatabaseTime time;

    Claims(
            Ledger ledger,
            Channels channels,
            Items items,
            Sites sites,
            Endings endings,
            Submissions submissions,
            DatabaseTime time) {
        this.ledger = ledger;
        this.channels = channels;
        this.items = items;
        this.sites = sites;
        this.endings = endings;
        this.submissions = submissions;
        this.time = time;
    }

    /** Takes the channel's next row that is due; empty where there is none, or the channel is silent. */
    Optional<Claim> next(String channel, Announcer announcer, TextForm form) {
        List<Claim> taken = new ArrayList<>();
        boolean more = true;
        while (more && taken.isEmpty()) {
            more = QuarkusTransaction.requiringNew().call(() -> takeNext(channel, announcer, form, taken::add));
        }
        return taken.stream().findFirst();
    }

    /** Deals with the next row: takes it, unless it is called off or put off. Says whether there was one. */
    private boolean takeNext(String channel, Announcer announcer, TextForm form, Consumer<Claim> taken) {
        Instant now = time.now();
        ChannelRow definition = channels.findById(channel);
        if (definition == null || definition.silence() != null) {
            return false;
        }
        Optional<LedgerRow> due = ledger.nextDue(channel, now);
        due.flatMap(row -> takeOrPutOff(row, definition, announcer, form, now)).ifPresent(taken);
        return due.isPresent();
    }

    /** What nothing can be made of keeps no other waiting. */
    private Optional<Claim> takeOrPutOff(
            LedgerRow row, ChannelRow channel, Announcer announcer, TextForm form, Instant now) {
        try {
            return take(row, channel, announcer, form, now);
        } catch (PersistenceException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.errorf(e, "announcement is put off (channel=%s item=%s)", row.channel(), row.contentId());
            row.postpone(now.plus(PUT_OFF), "it cannot be written: " + e.getMessage(), row.doubtful(), now);
            ledger.record(row);
            return Optional.empty();
        }
    }

    private Optional<Claim> take(LedgerRow row, ChannelRow channel, Announcer announcer, TextForm form, Instant now) {
        ItemRow item = items.findById(row.contentId());
        SiteRow site = sites.findById(row.site());
        if (item == null || site == null) {
            // A restored ledger may be ahead of the items that are still being read again.
            row.postpone(now.plusSeconds(5), "the item is not known yet", row.doubtful(), now);
            ledger.record(row);
            return Optional.empty();
        }
        Optional<String> ending = endings.of(row);
        if (ending.isPresent()) {
            row.cancel(ending.get(), now);
            ledger.record(row);
            return Optional.empty();
        }
        if (!row.doubtful() && site.definition().gatePage() && item.pageLiveAt() == null) {
            // It has moved since it was released.
            row.returnToGate(now);
            ledger.recordBeforeGate(row);
            return Optional.empty();
        }
        ContentSnapshot snapshot = item.snapshot();
        boolean doubtful = row.doubtful();
        List<Wanted> wanted = row.isForMaintainers() ? submissions.wanted(snapshot, site.definition()) : List.of();
        if (row.isForMaintainers() && wanted.isEmpty()) {
            row.cancel("the site wants it submitted nowhere, or it is discussed there", now);
            ledger.record(row);
            return Optional.empty();
        }
        String text = row.isForMaintainers()
                ? Wording.text(row, snapshot, wanted)
                : Wording.text(row, channel, snapshot, site.definition(), form);
        Announcement.AnnouncedItem announced = Wording.item(snapshot, site.definition());
        row.take(text, LEASE, now);
        long outboxId = ledger.record(row);
        Instant since = Objects.requireNonNull(row.firstSendingAt());
        return Optional.of(new Claim(
                row.id(),
                row.fencing(),
                outboxId,
                new Announcement(
                        row.id().toString(),
                        row.kind(),
                        text,
                        announced,
                        since,
                        wanted.stream()
                                .map(one -> submissions.prepared(
                                        one, snapshot, row.id().toString(), since))
                                .toList()),
                new Attempt(row.attempts(), doubtful, since, announcer.keyLifetime(), announcer.canLookUp())));
    }

    /** Whether the row is still ours for the time that a call may take; keeps it for a while longer. */
    boolean renew(Claim claim, Duration call) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = time.now();
            Optional<LedgerRow> row = ledger.locked(claim.row())
                    .filter(held -> held.isHeldBy(claim.fencing()) && held.isHeldFor(call, now));
            row.ifPresent(held -> held.renew(LEASE, now));
            return row.isPresent();
        });
    }

    /** Settles a row that is still ours; one that somebody else has taken since is theirs to settle. */
    void settle(Claim claim, BiConsumer<LedgerRow, Instant> settlement) {
        QuarkusTransaction.requiringNew().run(() -> ledger.locked(claim.row())
                .filter(row -> row.isHeldBy(claim.fencing()))
                .ifPresent(row -> {
                    Instant now = time.now();
                    settlement.accept(row, now);
                    if (row.waits()) {
                        endings.of(row).ifPresent(reason -> row.cancel(reason, now));
                    }
                    ledger.record(row);
                }));
    }
}
