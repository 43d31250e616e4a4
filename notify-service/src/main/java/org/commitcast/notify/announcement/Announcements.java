package org.commitcast.notify.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.SiteState;
import org.commitcast.notify.channel.ChannelChanged;
import org.commitcast.notify.channel.ChannelRemoved;
import org.commitcast.notify.channel.ChannelRow;
import org.commitcast.notify.channel.Channels;
import org.commitcast.notify.time.DatabaseTime;

/** Decides what is announced, and what is not any more. */
@ApplicationScoped
public class Announcements {
    private final Ledger ledger;
    private final Channels channels;
    private final DatabaseTime time;

    Announcements(Ledger ledger, Channels channels, DatabaseTime time) {
        this.ledger = ledger;
        this.channels = channels;
        this.time = time;
    }

    /** Enters an item that is news into the ledger, and calls off what was to be said of one that is withdrawn. */
    public void consider(ContentSnapshot item) {
        if (!item.published()) {
            cancel(ledger.unsent("contentId = ?1", item.contentId()), LedgerRow.WITHDRAWN);
            return;
        }
        if (item.baseline()) {
            // As all of an import is: nothing of it need be asked of every channel.
            return;
        }
        for (ChannelRow channel : channels.listAll()) {
            if (News.isNew(item, channel.activatedFor(item.site()))) {
                enter(item, channel);
            }
        }
    }

    /** Calls off what was to be said of a site that is gone, or of its earlier life. */
    public void siteChanged(SiteState site) {
        List<LedgerRow> over = site.lifecycle() == SiteState.Lifecycle.REMOVED
                ? ledger.unsent("site = ?1 and incarnation = ?2", site.site(), site.incarnation())
                : ledger.unsent(
                        "site = ?1 and incarnation <> ?2 and occurredAt < ?3",
                        site.site(),
                        site.incarnation(),
                        site.occurredAt());
        cancel(over, LedgerRow.SITE_REMOVED);
    }

    private void enter(ContentSnapshot item, ChannelRow channel) {
        String kind = channel.forMaintainers() ? LedgerRow.SUBMIT : LedgerRow.NEW;
        // Locked before it is read: an attempt may settle it at this moment.
        Optional<LedgerRow> known = ledger.locked(LedgerKey.of(item.contentId(), channel.name(), kind));
        if (known.isEmpty()) {
            LedgerRow row = LedgerRow.pending(item, channel.name(), channel.type(), kind, time.now());
            row.waitFor(LedgerRow.ITS_TURN, time.now());
            ledger.persist(row);
            ledger.record(row);
        } else {
            LedgerRow row = known.get();
            row.sequence = item.sequence();
            if (row.putBack(time.now())) {
                ledger.record(row);
            }
        }
    }

    void channelRemoved(@Observes ChannelRemoved removed) {
        cancel(ledger.unsent("channel = ?1", removed.channel()), LedgerRow.CHANNEL_REMOVED);
    }

    void channelChanged(@Observes ChannelChanged changed) {
        ChannelRow channel = changed.channel();
        Instant now = time.now();
        for (LedgerRow row : ledger.unsent("channel = ?1", channel.name())) {
            boolean different = channel.activatedFor(row.site()) == null
                    ? row.cancel(LedgerRow.NOT_SERVED, now)
                    : row.hear(channel.silence(), now);
            if (different) {
                ledger.record(row);
            }
        }
    }

    private void cancel(List<LedgerRow> rows, String reason) {
        Instant now = time.now();
        for (LedgerRow row : rows) {
            if (row.cancel(reason, now)) {
                ledger.record(row);
            }
        }
    }
}
