package org.commitcast.notify.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.notify.announcement.Ledger;
import org.commitcast.notify.announcement.LedgerRow;
import org.commitcast.notify.catalogue.FeedRow;
import org.commitcast.notify.catalogue.Feeds;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.SiteRow;
import org.commitcast.notify.catalogue.Sites;
import org.commitcast.notify.channel.ChannelRow;
import org.commitcast.notify.channel.Channels;
import org.commitcast.notify.time.DatabaseTime;
import org.jspecify.annotations.Nullable;

/** Releases announcements once nothing stands in their way, and says of the others what does. */
@ApplicationScoped
public class Gatekeeper {
    private static final int MOST = 1000;

    private final Ledger ledger;
    private final Sites sites;
    private final Items items;
    private final Feeds feeds;
    private final Channels channels;
    private final DatabaseTime time;
    private final Event<PageDue> pageDue;

    Gatekeeper(
            Ledger ledger,
            Sites sites,
            Items items,
            Feeds feeds,
            Channels channels,
            DatabaseTime time,
            Event<PageDue> pageDue) {
        this.ledger = ledger;
        this.sites = sites;
        this.items = items;
        this.feeds = feeds;
        this.channels = channels;
        this.time = time;
        this.pageDue = pageDue;
    }

    /** Looks at every announcement of these sites that waits. */
    public void reviewSites(Collection<String> changed) {
        if (!changed.isEmpty()) {
            ledger.itemsWaiting(changed, MOST).forEach(this::review);
        }
    }

    /** Items that wait, of whatever site. */
    List<String> waiting() {
        return ledger.itemsWaiting(List.of(), MOST);
    }

    void review(String contentId) {
        // Always the item first and its announcements then: two that lock them in different orders could block.
        ItemRow item = items.findById(contentId, LockModeType.PESSIMISTIC_WRITE);
        List<LedgerRow> waiting = ledger.waitingOf(contentId);
        if (waiting.isEmpty()) {
            if (item != null) {
                item.forgetPage();
            }
            return;
        }
        Instant now = time.now();
        Optional<String> obstacle = item == null ? Optional.of("the item itself") : obstacle(item, now);
        for (LedgerRow row : waiting) {
            boolean changed = obstacle.isPresent()
                    ? row.waitFor(obstacle.get(), now)
                    : row.release(item == null ? null : item.pageLiveAt(), silence(row.channel()), now);
            if (changed) {
                ledger.record(row);
            }
        }
    }

    private Optional<String> obstacle(ItemRow item, Instant now) {
        SiteRow site = sites.findById(item.site());
        if (site == null || !site.incarnation().equals(item.incarnation()) || site.removed()) {
            return Optional.of("the site's definition");
        }
        SiteDefinition definition = site.definition();
        return FeedGate.obstacle(
                        definition, item.kind(), item.contentId(), item.sequence(), name -> feeds.of(site, name)
                                .map(Carrying::new))
                .or(() -> page(definition, item, now));
    }

    private Optional<String> page(SiteDefinition definition, ItemRow item, Instant now) {
        if (!definition.gatePage() || item.pageLiveAt() != null) {
            return Optional.empty();
        }
        item.askForPage(now);
        pageDue.fire(new PageDue(item.site()));
        String answer = item.pageAnswer() == null ? "" : " (" + item.pageAnswer() + ")";
        return Optional.of("the page " + item.url() + answer);
    }

    private @Nullable String silence(String channel) {
        ChannelRow row = channels.findById(channel);
        return row == null ? "the channel, which does not exist" : row.silence();
    }

    private record Carrying(FeedRow feed) implements FeedGate.Progress {
        @Override
        public long through() {
            return feed.through();
        }

        @Override
        public Optional<String> failureOf(String contentId) {
            return feed.failureOf(contentId);
        }
    }
}
