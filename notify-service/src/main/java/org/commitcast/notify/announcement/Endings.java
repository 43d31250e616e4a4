package org.commitcast.notify.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.SiteRow;
import org.commitcast.notify.catalogue.Sites;
import org.commitcast.notify.channel.ChannelRow;
import org.commitcast.notify.channel.Channels;

/** Why nothing is to be said any more. Asked before an attempt and after it: what is being sent cannot be called off. */
@ApplicationScoped
public class Endings {
    private final Channels channels;
    private final Sites sites;
    private final Items items;

    Endings(Channels channels, Sites sites, Items items) {
        this.channels = channels;
        this.sites = sites;
        this.items = items;
    }

    /** The reason for people; empty where the announcement is still wanted, or its item is not known yet. */
    public Optional<String> of(LedgerRow row) {
        ChannelRow channel = channels.findById(row.channel());
        if (channel == null) {
            return Optional.of(LedgerRow.CHANNEL_REMOVED);
        }
        if (channel.activatedFor(row.site()) == null) {
            return Optional.of(LedgerRow.NOT_SERVED);
        }
        ItemRow item = items.findById(row.contentId());
        SiteRow site = sites.findById(row.site());
        if (item == null || site == null) {
            return Optional.empty();
        }
        if (site.hasOutlived(item)) {
            return Optional.of(LedgerRow.SITE_REMOVED);
        }
        return item.published() ? Optional.empty() : Optional.of(LedgerRow.WITHDRAWN);
    }
}
